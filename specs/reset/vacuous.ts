import { code, type Source } from '../../src/judge/source.ts'

/** One of Magento's own tests that is named for a point and cannot fail on it. */
export const vacuous = (test: string): Source =>
  code(`dev/tests/api-functional Customer/Api/AccountManagementTest::${test}, which cannot fail on this`, '2.4.7-p6')
