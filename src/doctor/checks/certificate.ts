import { certificateOf } from '../../client/certificate.ts'
import { bad, type Check, good, note } from '../check.ts'

const loopback = /^(localhost|127\..*|\[::1\])$/

/** Days before its end from which on a certificate is worth a word. */
const soon = 14

/** Whose certificate it is, for which names and how long; also of one that keeps the target from being reached. */
export const certificate: Check = {
  name: 'certificate',
  async look({ baseUrl, timeout }) {
    const url = new URL(baseUrl)
    if (url.protocol === 'http:' && loopback.test(url.hostname)) return good('none: plain http, within this machine')
    if (url.protocol === 'http:')
      return note('none: plain http', 'passwords and tokens of the run can be read on the way')
    const { issuer, names, subject, validTo, problem } = await certificateOf(url, timeout)
    const end = validTo.toISOString().slice(0, 10)
    const seen = `for ${names.join(', ') || subject}, by ${issuer}, until ${end}`
    if (problem !== undefined)
      return bad(
        3,
        `${seen}: not trusted (${problem})`,
        'give Node the authority in NODE_EXTRA_CA_CERTS, or the shop a certificate of its name',
      )
    const days = Math.floor((validTo.getTime() - Date.now()) / 86_400_000)
    return days < soon ? note(seen, `it ends in ${days} days`) : good(seen)
  },
}
