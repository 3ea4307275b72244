import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16
export const saltLength = 16

/** A lock of one key: what it seals, only the same key opens, unchanged. */
export interface Seal {
  /** @returns base64 of nonce, tag and ciphertext */
  close(text: string): string
  /** @returns undefined for what another key sealed, or what was changed since */
  open(sealed: string): string | undefined
}

/** @param salt of the file, so that one passphrase gives every file a key of its own */
export function sealOf(passphrase: string, salt: Buffer): Seal {
  const key = scryptSync(passphrase, salt, 32)
  return {
    close(text) {
      const nonce = randomBytes(nonceLength)
      const encryption = createCipheriv(cipher, key, nonce, { authTagLength: tagLength })
      const body = Buffer.concat([encryption.update(text, 'utf8'), encryption.final()])
      return Buffer.concat([nonce, encryption.getAuthTag(), body]).toString('base64')
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64')
      try {
        const decryption = createDecipheriv(cipher, key, bytes.subarray(0, nonceLength), { authTagLength: tagLength })
        decryption.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
        return decryption.update(bytes.subarray(nonceLength + tagLength), undefined, 'utf8') + decryption.final('utf8')
      } catch {
        return undefined
      }
    },
  }
}
