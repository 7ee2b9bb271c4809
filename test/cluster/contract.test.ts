import { testEngine } from '../unit/engines/contract.ts';
import { newCorpus, whenAsked } from './support/openIndex.ts';

testEngine('OpenSearchIndex', () => whenAsked(newCorpus));
