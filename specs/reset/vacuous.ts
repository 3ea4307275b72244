import { code, type Source } from '../../src/judge/source.ts'

/** A test of Magento itself that cannot fail on the point that its name states. */
export const vacuous = (test: string): Source =>
  code(`dev/tests/api-functional Customer/Api/AccountManagementTest::${test}, which cannot fail on this`, '2.4.7-p6')
