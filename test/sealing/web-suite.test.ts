import { makeWebSuite } from '../../src/sealing/web-suite.ts';
import { testSuite } from './suite-tests.ts';

testSuite(makeWebSuite());
