interface Trouble {
  readonly message: string
  readonly code?: string | undefined
  readonly cause?: unknown
}

const untrusted =
  /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?)$/

/** Returns why a connection failed, and what to do if that is known. */
export function troubleOf(error: unknown): string {
  const { code = '', message } = rootOf(error as Trouble)
  if (untrusted.test(code))
    return `its certificate is not trusted (${code}): set NODE_EXTRA_CA_CERTS to the file of the authority that signed it, or of the certificate itself`
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return `its certificate is for another host: ${message}`
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired'
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG')
    return `it does not speak TLS at that port (${code}): give the URL without the s of https or imaps, or another port`
  if (code.startsWith('HPE_')) return `it does not speak HTTP at that port (${message}): is it the SMTP port?`
  return message || code
}

/** True if an established connection broke, so that a retry may succeed. */
export function isBroken(error: unknown): boolean {
  return /^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/.test(rootOf(error as Trouble).code ?? '')
}

/** Returns the innermost cause: `fetch` and the attempts for several address families wrap it. */
function rootOf(error: Trouble): Trouble {
  const { cause } = error
  const several = (error as { errors?: Trouble[] }).errors
  if (several?.[0]) return rootOf(several[0])
  return cause instanceof Error ? rootOf(cause as Trouble) : error
}
