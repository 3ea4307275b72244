import { identify } from '../../../target/identify.ts'
import { UnknownStore } from '../../../target/settings.ts'
import { type Check, good, note } from '../check.ts'

/** Checks that the target responds like Magento, with the configured store code. */
export const magento: Check = {
  name: 'Magento',
  after: 'answer',
  async look({ guard, baseUrl, store, found, settings }) {
    // The next check compares the stated release.
    const identified = await identify(
      guard.client,
      baseUrl,
      store,
      undefined,
      settings.nameOf('MAGENTO_BASE_URL'),
    ).catch((error: Error) => error)
    if (identified instanceof UnknownStore && settings.get('MAGENTO_STORE_CODE') === undefined && identified.byDefault)
      return note(
        `yes, without a store view "${store}"`,
        `a run uses its default one: set MAGENTO_STORE_CODE=${identified.byDefault}, so that doctor checks the rest`,
      )
    if (identified instanceof Error) throw identified
    const { magentoVersion, release } = identified
    found.magento = true
    found.release = release.name
    const said = magentoVersion ? `it reports version ${magentoVersion}` : 'it does not report a version'
    return good(`yes; ${said}`)
  },
}
