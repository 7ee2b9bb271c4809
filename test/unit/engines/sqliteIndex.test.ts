import { openSqliteIndex } from '../../../src/engines/sqlite/sqliteIndex.ts';
import { testEngine } from './contract.ts';

testEngine('SqliteIndex', (readText) => openSqliteIndex(':memory:', { readText }).index);
