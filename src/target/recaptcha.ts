import type { Exchange } from '../recording/exchange.ts'
import type { Probe } from '../recording/recording.ts'
import type { Client } from './client/client.ts'
import { type Ask, post } from './client/request.ts'
import { askIfAnswered } from './client/unrecorded.ts'

/** The reCAPTCHA forms and the routes that each protects (dossier, 15.1), by the name of the fact. */
const guarded: Record<string, RegExp> = {
  'captcha on login': /^POST \/V1\/integration\/customer\/token$/,
  'captcha on create': /^POST \/V1\/customers$/,
  'captcha on forgotten password': /^(PUT \/V1\/customers\/password|POST \/V1\/customers\/resetPassword)$/,
  'captcha on changed password': /^PUT \/V1\/customers\/me\/password$/,
  // Since 2.4.8. Only an administrator can use the route, so it is not probed but shows in a scenario.
  'captcha on resent confirmation': /^POST \/V1\/customers\/confirm$/,
}

/** Returns the reCAPTCHA header if the route needs one. @param value of MAGENTO_RECAPTCHA */
export function recaptchaHeader(request: Ask, value: string | undefined): Record<string, string> {
  if (value === undefined) return {}
  const route = `${request.method} ${request.path.replace(/\/?(\?.*)?$/, '')}`
  return Object.values(guarded).some((form) => form.test(route)) ? { 'x-recaptcha': value } : {}
}

/** True if the shop refuses a request for its missing or invalid reCAPTCHA; translated messages keep the name. */
export function isRecaptchaRefusal(answer: Exchange): boolean {
  return answer.status === 400 && /recaptcha/i.test(String(answer.at('/message').value))
}

/**
 * Probes which routes require a reCAPTCHA that the run does not send. It is verified before the body is read, so an
 * empty body changes nothing and is no failed login. The route to change a password needs a login; its scenario finds
 * out.
 */
export async function probeRecaptcha(client: Client): Promise<Record<string, Probe>> {
  const paths = {
    'captcha on login': '/V1/integration/customer/token',
    'captcha on create': '/V1/customers',
    'captcha on forgotten password': '/V1/customers/resetPassword',
  }
  const asked = Object.entries(paths).map(async ([name, path]) =>
    (await refuses(client, post(path, {}))) ? [[name, { value: true, from: `POST ${path} without content` }]] : [],
  )
  return Object.fromEntries((await Promise.all(asked)).flat())
}

async function refuses(client: Client, request: Ask): Promise<boolean> {
  const answer = await askIfAnswered(client, request)
  return answer !== undefined && isRecaptchaRefusal(answer)
}
