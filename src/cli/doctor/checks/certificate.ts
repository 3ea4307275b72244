import { certificates } from '../../../target/certificates.ts'
import { certificateOf } from '../../../target/client/certificate.ts'
import { proxyFor } from '../../../target/proxy.ts'
import { UsageError } from '../../../target/settings.ts'
import { bad, type Check, good, note, unseen } from '../check.ts'

const loopback = /^(localhost|127\..*|\[::1\])$/

/** Days before its expiry from which a certificate is reported. */
const soon = 14

/** Checks issuer, names and expiry of the certificate, also of one that prevents a connection. */
export const certificate: Check = {
  name: 'certificate',
  async look({ way, timeout, baseUrl: given, settings }) {
    // No connection is opened to a host that may not be tested.
    if (way instanceof UsageError) return unseen('not checked: see reach')
    const url = new URL(way instanceof Error ? given : way.baseUrl)
    if (url.protocol === 'http:' && loopback.test(url.hostname))
      return good('no certificate: plain http on this machine')
    if (url.protocol === 'http:')
      return note('no certificate: plain http', 'passwords and tokens of the run are sent unencrypted')
    if (proxyFor(url.href)) return unseen('not checked: requests go through a proxy')
    const shown = await certificateOf(url, timeout, certificates(settings))
    const { issuer, names, subject, validTo, problem } = shown
    const end = validTo.toISOString().slice(0, 10)
    const seen = `for ${names.join(', ') || subject}, by ${issuer}, until ${end}`
    if (problem !== undefined)
      return bad(
        3,
        `${seen}: not trusted (${problem})`,
        'set MAGENTO_CA to the authority’s certificate, or give the shop a certificate for its host name',
      )
    const days = Math.floor((validTo.getTime() - Date.now()) / 86_400_000)
    return days < soon ? note(seen, `it expires in ${days} days`) : good(seen)
  },
}
