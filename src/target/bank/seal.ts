import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'

const cipher = 'aes-256-gcm'
const nonceLength = 12
const tagLength = 16
export const saltLength = 16

/** Authenticated encryption with one key. */
export interface Seal {
  /** Encrypts. @returns base64 of nonce, tag and ciphertext */
  close(text: string): string
  /** Decrypts. @returns undefined if it was encrypted with another key, or modified */
  open(sealed: string): string | undefined
}

/** @param salt random salt of the file, so that each file has its own key for the same passphrase */
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
