import type { Exchange } from '../recording/exchange.ts'
import type { Halt } from '../recording/recording.ts'
import { isBasicWall } from '../target/door.ts'
import { isRecaptchaRefusal } from '../target/recaptcha.ts'
import { demandsCaptcha, isCaptchaRefusal } from '../target/storefront/obstacle.ts'
import type { Target } from '../target/target.ts'

/** True if registering or logging in needs a reCAPTCHA that the run cannot solve. */
export function wantsRecaptcha({ probes }: Pick<Target, 'probes'>): boolean {
  return probes['captcha on create'] !== undefined || probes['captcha on login'] !== undefined
}

/**
 * Returns the halt if something else answered in place of the shop, and will continue to; such an answer does not
 * count.
 */
export function obstacleIn(answer: Exchange, { guarded }: Pick<Target, 'guarded'>): Halt | undefined {
  if (isRecaptchaRefusal(answer)) return recaptcha
  if (isImageRefusal(answer)) return imageCaptcha
  if (isCaptchaRefusal(answer)) return demandsCaptcha
  return guarded && isBasicWall(answer) ? wall : undefined
}

/** The halt for a form that the run cannot fill in because of a reCAPTCHA. */
export const recaptcha: Halt = {
  kind: 'untestable',
  power: 'captcha',
  why: 'the shop requires a reCAPTCHA here, and accepts none that the run sends',
  setting:
    'switch recaptcha_frontend/type_for off on the staging shop, or give it Google’s test keys and set MAGENTO_RECAPTCHA',
}

/** Magento's refusal of a REST registration without the CAPTCHA image's text, from 2.4.9 on. */
const isImageRefusal = (answer: Exchange): boolean =>
  answer.status === 400 && /^(CAPTCHA is required\.|Incorrect CAPTCHA)$/.test(String(answer.at('/message').value))

const imageCaptcha: Halt = {
  kind: 'untestable',
  power: 'captcha',
  why: 'the shop requires the text of a CAPTCHA image (X-Captcha) for a registration, which the run cannot read',
  setting: 'bin/magento config:set customer/captcha/enable 0 on the staging shop',
}

const wall: Halt = {
  kind: 'untestable',
  power: 'access',
  why: 'the basic authentication in front of the shop answered in its place',
  setting: 'allow this machine’s IP address, or exempt the path /rest',
}
