/** Magento's defaults of the settings that customer accounts use (dossier, section 16). */
const defaults: Record<string, string> = {
  'customer/account_share/scope': '1',
  'customer/create_account/confirm': '0',
  'customer/account_information/confirm': '0',
  'customer/create_account/default_group': '1',
  'customer/password/minimum_password_length': '8',
  'customer/password/required_character_classes_number': '3',
  'customer/password/lockout_failures': '10',
  'customer/password/lockout_threshold': '10',
  'customer/password/reset_link_expiration_period': '2',
  'customer/password/password_reset_protection_type': '1',
  'customer/password/max_number_password_reset_requests': '5',
  'customer/password/min_time_between_password_reset_requests': '10',
  'customer/address/street_lines': '2',
  'customer/address/telephone_show': 'req',
  'customer/address/company_show': 'opt',
  'customer/address/fax_show': '',
  'customer/group/excluded': '',
  'oauth/access_token_lifetime/customer': '1',
  'oauth/access_token_lifetime/admin': '4',
  'oauth/authentication_lock/max_failures_count': '6',
  'oauth/authentication_lock/timeout': '1800',
  'webapi/jwtauth/customer_expiration': '60',
  'webapi/jwtauth/admin_expiration': '60',
  'webapi/validation/input_limit_enabled': '0',
  'webapi/validation/complex_array_limit': '20',
  'webapi/validation/maximum_page_size': '300',
  'webapi/validation/default_page_size': '20',
  'oauth/consumer/enable_integration_as_bearer': '0',
  /** Empty: two-factor login is off, as in the recorded shops. */
  'twofactorauth/general/force_providers': '',
  /** Empty: the form has no reCAPTCHA. */
  'recaptcha_frontend/type_for/customer_login': '',
  'recaptcha_frontend/type_for/customer_create': '',
  'recaptcha_frontend/type_for/customer_forgot_password': '',
  'recaptcha_frontend/type_for/customer_edit': '',
  'recaptcha_frontend/type_for/resend_confirmation_email': '',
  /** Magento's CAPTCHA image; a stock shop does not use it for registrations. */
  'customer/captcha/enable': '1',
  'customer/captcha/forms': 'user_forgotpassword,user_login',
  'checkout/options/enable_guest_checkout_login': '0',
  'contact/email/recipient_email': 'hello@example.com',
  /** Empty: all countries, as in a stock shop. */
  'general/country/allow': '',
  'general/country/optional_zip_countries': 'HK,IE,MO,PA,GB',
  'trans_email/ident_support/email': 'support@example.com',
}

export interface Settings {
  /** Returns the value of a configuration path; `''` if it has none. */
  get(path: string): string
  /** Returns the value converted like PHP's (int). */
  integer(path: string): number
  set(path: string, value: string): void
  /** Resets all values to the defaults. */
  reset(): void
}

export function createSettings(initial: Record<string, string> = {}): Settings {
  let values = { ...defaults, ...initial }
  const get = (path: string) => values[path] ?? ''
  return {
    get,
    integer: (path) => Math.trunc(Number.parseFloat(get(path))) || 0,
    set: (path, value) => {
      values[path] = value
    },
    reset: () => {
      values = { ...defaults, ...initial }
    },
  }
}
