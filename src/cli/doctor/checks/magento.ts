import { identify } from '../../../target/identify.ts'
import { type Check, good } from '../check.ts'

/** Checks that the target responds like Magento, with the configured store code. */
export const magento: Check = {
  name: 'Magento',
  after: 'answer',
  async look({ guard, baseUrl, store, found, settings }) {
    // The next check compares the stated release.
    const { magentoVersion, release } = await identify(
      guard.client,
      baseUrl,
      store,
      undefined,
      settings.nameOf('MAGENTO_BASE_URL'),
    )
    found.magento = true
    found.release = release.name
    const said = magentoVersion ? `it reports version ${magentoVersion}` : 'it does not report a version'
    return good(`yes; ${said}`)
  },
}
