import { adminTokenFrom } from '../../target/admin.ts'
import { type Check, good, note } from '../check.ts'

/** Whether the run has an administrator's power: one login at most. */
export const administrator: Check = {
  name: 'administrator',
  after: 'magento',
  async look({ settings, guard, redactor, found }) {
    const token = await adminTokenFrom(settings, guard.client, redactor)
    if (token === undefined)
      return note(
        'none set',
        'accounts stay on the shop, and the administrative chapter is untestable: set MAGENTO_ADMIN_TOKEN, or MAGENTO_ADMIN_USERNAME and MAGENTO_ADMIN_PASSWORD',
      )
    found.adminToken = token
    return good('may search customers', 'the administrative chapter, and accounts are removed at the end')
  },
}
