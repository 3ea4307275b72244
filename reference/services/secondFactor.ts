import { createHmac } from 'node:crypto'
import { bad, type Refusal, unauthorized } from '../errors.ts'
import type { Admin } from '../store.ts'
import type { Shop } from '../types.ts'

const step = 30_000
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Two-factor login with Google Authenticator (dossier, 15.3; RFC 6238). */
export function secondFactorServices(shop: Shop) {
  const providers = () => shop.settings.get('twofactorauth/general/force_providers').split(',').filter(Boolean)

  return {
    needsSecondFactor: () => shop.rules.secondFactor && providers().length > 0,

    /** Returns the error for a login with correct name and password but without a code. */
    wantsSecondFactor(admin: Admin): Refusal {
      if (admin.otpSecret)
        return bad('Please use the 2fa provider-specific endpoints to obtain a token.', {
          active_providers: providers(),
        })
      return bad(
        'You are required to configure personal Two-Factor Authorization in order to login. Please check your email.',
        { providers: providers(), active_providers: [] },
      )
    },

    /** Codes of the adjacent 30-second windows are accepted too. @throws Refusal */
    checkCode(admin: Admin, code: string): void {
      if (!providers().includes('google')) throw bad('Provider is not allowed.')
      if (!admin.otpSecret) throw bad('Provider is not configured.')
      const now = Math.floor(shop.clock.now() / step)
      const secret = fromBase32(admin.otpSecret)
      if (![now - 1, now, now + 1].some((count) => codeOf(secret, count) === code)) throw unauthorized('Invalid code.')
    },
  }
}

/** HOTP of RFC 4226 with six digits. */
function codeOf(secret: Buffer, count: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(count))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest.at(-1) as number) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof secondFactorServices> {}
}
