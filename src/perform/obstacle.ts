import type { Exchange } from '../recording/exchange.ts'
import type { Halt } from '../recording/recording.ts'
import { isBasicWall } from '../target/door.ts'
import { isRecaptchaRefusal } from '../target/recaptcha.ts'
import { demandsCaptcha, isCaptchaRefusal } from '../target/storefront/obstacle.ts'
import type { Target } from '../target/target.ts'

/** Whether a reCAPTCHA that the run cannot solve stands before registering or logging in. */
export function wantsRecaptcha({ probes }: Pick<Target, 'probes'>): boolean {
  return probes['captcha on create'] !== undefined || probes['captcha on login'] !== undefined
}

/** What answered in place of what was asked for: it says nothing about the shop, and goes on doing so. */
export function obstacleIn(answer: Exchange, { guarded }: Pick<Target, 'guarded'>): Halt | undefined {
  if (isRecaptchaRefusal(answer)) return recaptcha
  if (isCaptchaRefusal(answer)) return demandsCaptcha
  return guarded && isBasicWall(answer) ? wall : undefined
}

/** A form of the shop's that the run cannot fill in. */
export const recaptcha: Halt = {
  kind: 'untestable',
  power: 'captcha',
  why: 'the shop demands a reCAPTCHA here, and takes none that the run gives',
  setting:
    'switch recaptcha_frontend/type_for off on the staging shop, or give it Google’s test keys and set MAGENTO_RECAPTCHA',
}

const wall: Halt = {
  kind: 'untestable',
  power: 'access',
  why: 'the basic authentication in front of the shop answered in its place',
  setting: 'let this machine in by its address, or exempt the path /rest',
}
