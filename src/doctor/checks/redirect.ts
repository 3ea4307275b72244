import { bad, type Check, good } from '../check.ts'

/** Redirects are not followed: they would carry credentials elsewhere. */
export const redirect: Check = {
  name: 'redirects',
  after: 'answer',
  async look({ found }) {
    const location = found.answer?.header('location')
    if (!location) return good('none')
    return bad(2, `to ${location}`, 'set MAGENTO_BASE_URL to the address it redirects to')
  },
}
