import type { Shop } from '../types.ts'

const dotted = /^[a-z0-9!#$%&'*+\-/=?^_`{|}~\x80-\uffff]+(\.[a-z0-9!#$%&'*+\-/=?^_`{|}~\x80-\uffff]+)*$/i
const quoted = /^"([^"\\\r\n]|\\.)*"$/
const label = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u
const reserved = ['test', 'example', 'invalid', 'local', 'localhost', 'localdomain']

export function emailServices(shop: Shop) {
  return {
    /** Returns why an e-mail address is invalid, as lines; all but the first are messages of the library. */
    emailProblems(email: string): string[] {
      const at = email.lastIndexOf('@')
      const local = email.slice(0, at)
      const host = email.slice(at + 1)
      if (at < 1 || host === '' || email.includes('..')) return ['"Email" is not a valid email address.']
      if (local.length > 64 || host.length > 255) return ['"Email" uses too many characters.']
      const lines = shop.services.hostProblems(host)
      if (lines.length) return ['"Email" is not a valid hostname.', ...lines]
      return shop.services.localPartIsValid(local) ? [] : ['"Email" is not a valid email address.']
    },

    localPartIsValid(local: string): boolean {
      const ascii = [...local].every((character) => character.charCodeAt(0) < 128)
      return (ascii || shop.rules.unicodeLocalPart) && (dotted.test(local) || quoted.test(local))
    },

    hostProblems(host: string): string[] {
      const parts = host.split('.')
      const top = parts.at(-1) ?? ''
      const shownTop = shop.rules.unicodeLocalPart ? top.toUpperCase() : top.toLowerCase()
      if (parts.length === 1 && label.test(host)) {
        const subject = shop.rules.unicodeLocalPart ? 'The input does' : `'${host}' does`
        return [
          `${subject} not match the expected structure for a DNS hostname`,
          `'${host}' looks like a local network name, which is not an acceptable format.`,
        ]
      }
      if (!parts.every((part) => label.test(part))) {
        return [
          `'${host}' looks like a DNS hostname but we cannot match it against the hostname schema for TLD '${shownTop}'.`,
          `'${host}' does not look like a valid local network name.`,
        ]
      }
      if (!reserved.includes(top.toLowerCase()) && !/^\d+$/.test(top)) return []
      return [
        `'${host}' looks like a DNS hostname but we cannot match the TLD against known list.`,
        `'${host}' looks like a local network name, which is not an acceptable format.`,
      ]
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof emailServices> {}
}
