import { MemoryIndex } from '../../../src/engines/memory/memoryIndex.ts';
import { testEngine } from './contract.ts';

testEngine('MemoryIndex', () => new MemoryIndex());
