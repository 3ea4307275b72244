import { newestRecorded } from '../../../../release/index.ts'
import { adminWay, openAdmin } from '../../../target/admin/open.ts'
import { releaseSetting } from '../../../target/parse.ts'
import { type Check, good, note } from '../check.ts'

/** Checks administrator access, with at most one login. */
export const administrator: Check = {
  name: 'administrator',
  after: 'magento',
  async look({ settings, way, redactor, found }) {
    const power = adminWay(settings, redactor)
    if (!power || way instanceof Error)
      return note(
        'no administrator set',
        'accounts stay on the shop, and the administrative chapter is untestable: set MAGENTO_ADMIN_TOKEN, or MAGENTO_ADMIN_USERNAME and MAGENTO_ADMIN_PASSWORD, or the four values of MAGENTO_INTEGRATION_…',
      )
    const release = releaseSetting(settings) ?? found.release ?? newestRecorded
    found.adminToken = await openAdmin(power, way.client, redactor, release, () => {})
    return good(
      `access by ${power.by}; it may search customers`,
      'the administrative chapter is tested, and the run deletes its accounts at the end',
    )
  },
}
