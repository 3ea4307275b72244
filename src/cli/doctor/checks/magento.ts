import { identify } from '../../../target/identify.ts'
import { type Check, good } from '../check.ts'

/** Whether it answers as Magento does, under the store code that is set. */
export const magento: Check = {
  name: 'Magento',
  after: 'answer',
  async look({ guard, baseUrl, store, found, settings }) {
    // The release that is set is the next check's.
    const { magentoVersion, release } = await identify(
      guard.client,
      baseUrl,
      store,
      undefined,
      settings.nameOf('MAGENTO_BASE_URL'),
    )
    found.magento = true
    found.release = release.name
    const said = magentoVersion ? `says ${magentoVersion}` : 'does not say its version'
    return good(`yes, and ${said}`)
  },
}
