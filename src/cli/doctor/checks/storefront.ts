import { openAccess } from '../../../target/access.ts'
import { accessSettings } from '../../../target/access-settings.ts'
import { askUnrecorded } from '../../../target/client/unrecorded.ts'
import { firstPage } from '../../../target/door.ts'
import { openStorefront, storefrontSettings } from '../../../target/open-storefront.ts'
import { numberSetting } from '../../../target/parse.ts'
import { formIn } from '../../../target/storefront/visitor.ts'
import { type Check, good, note } from '../check.ts'

/** Checks that the login page can be read. Only an account shows whether a login works. */
export const storefront: Check = {
  name: 'storefront',
  after: 'answer',
  async look({ settings, way, guard, store, timeout, redactor }) {
    const pages = storefrontSettings(settings)
    if (!pages || way instanceof Error)
      return note('off', 'the pages of the shop are untestable: set MAGENTO_STOREFRONT=on (docs/storefront.md)')
    const options = { store, timeout, concurrency: numberSetting(settings, 'MAGENTO_CONCURRENCY') }
    const access = accessSettings(settings, redactor)
    const opened = await openStorefront(pages, way, guard, access, redactor, (url, shown) =>
      openAccess(url, 'MAGENTO_STOREFRONT_URL', shown, options, redactor, () => {}, true),
    )
    try {
      const form = formIn(await askUnrecorded(opened.client, firstPage), 'loginForm', pages.selectors)
      if ('kind' in form) return note(form.why, 'the chapter “Storefront” does not apply, or is untestable')
      return good(
        `${opened.baseUrl} has Luma’s login form`,
        'the pages are tested; a run opens sessions and places no orders',
      )
    } finally {
      if (opened.client !== guard.client) opened.client.close()
    }
  },
}
