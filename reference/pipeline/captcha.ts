import { bad } from '../errors.ts'
import type { Call, Route, Shop } from '../types.ts'

/** The form whose reCAPTCHA protects each operation (dossier, 15.1). */
const forms: Record<string, string> = {
  'token.create': 'customer_login',
  'customer.create': 'customer_create',
  'password.initiate': 'customer_forgot_password',
  'password.reset': 'customer_forgot_password',
  'password.change': 'customer_edit',
  'confirmation.resend': 'resend_confirmation_email',
}

/** Checks the reCAPTCHA after access and before the body is read. @throws Refusal 400 without a solved one */
export function checkCaptcha(shop: Shop, call: Call, route: Route): void {
  const form = forms[route.operation]
  if (!form || !shop.rules.captcha || !shop.settings.get(`recaptcha_frontend/type_for/${form}`)) return
  if (route.operation === 'confirmation.resend' && !shop.rules.captchaOnResend) return
  if (call.headers['x-recaptcha'] === shop.store.solvedCaptcha) return
  throw bad('ReCaptcha validation failed, please try again')
}

/**
 * Checks the CAPTCHA image of a registration, if configured for that form, after binding. Its text belongs to a
 * session, which REST clients do not have, so any value is wrong.
 * @throws Refusal 400
 */
export function checkImageCaptcha(shop: Shop, call: Call, route: Route): void {
  const forms = shop.settings.get('customer/captcha/forms').split(',')
  if (route.operation !== 'customer.create' || !shop.rules.imageCaptcha) return
  if (shop.settings.get('customer/captcha/enable') !== '1' || !forms.includes('user_create')) return
  throw bad(call.headers['x-captcha'] ? 'Incorrect CAPTCHA' : 'CAPTCHA is required.')
}
