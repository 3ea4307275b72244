import { certificates } from '../../../target/certificates.ts'
import { certificateOf } from '../../../target/client/certificate.ts'
import { proxyFor } from '../../../target/proxy.ts'
import { UsageError } from '../../../target/settings.ts'
import { bad, type Check, good, note, unseen } from '../check.ts'

const loopback = /^(localhost|127\..*|\[::1\])$/

/** Days before its end from which on a certificate is worth a word. */
const soon = 14

/** Whose certificate it is, for which names and how long; also of one that keeps the target from being reached. */
export const certificate: Check = {
  name: 'certificate',
  async look({ way, timeout, baseUrl: given, settings }) {
    // A host that may not be asked is not even greeted.
    if (way instanceof UsageError) return unseen('not looked at: see reach')
    const url = new URL(way instanceof Error ? given : way.baseUrl)
    if (url.protocol === 'http:' && loopback.test(url.hostname))
      return good('no certificate: plain http, within this machine')
    if (url.protocol === 'http:')
      return note('no certificate: plain http', 'passwords and tokens of the run are sent unencrypted')
    if (proxyFor(url.href)) return unseen('not looked at: a proxy is on the way')
    const shown = await certificateOf(url, timeout, certificates(settings))
    const { issuer, names, subject, validTo, problem } = shown
    const end = validTo.toISOString().slice(0, 10)
    const seen = `for ${names.join(', ') || subject}, by ${issuer}, until ${end}`
    if (problem !== undefined)
      return bad(
        3,
        `${seen}: not trusted (${problem})`,
        'set MAGENTO_CA to the authority’s certificate, or give the shop a certificate of its name',
      )
    const days = Math.floor((validTo.getTime() - Date.now()) / 86_400_000)
    return days < soon ? note(seen, `it ends in ${days} days`) : good(seen)
  },
}
