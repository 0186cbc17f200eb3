import { makeNodeSuite } from '../../src/sealing/node-suite.ts';
import { testSuite } from './suite-tests.ts';

testSuite(makeNodeSuite());
