/** Where in a shop defects of a chapter, or of one of its parts, are mended: classes, settings and what stands in front. */
const places: Readonly<Record<string, string>> = {
  access:
    'the `resource` of the route in etc/webapi.xml, plugins around Magento\\Webapi\\Controller\\Rest\\RequestValidator and the gateway’s own rules for access',
  administration:
    'the role’s resources (System > Permissions), plugins around Magento\\Customer\\Api\\CustomerRepositoryInterface and the search criteria processors in di.xml',
  'change-password':
    'plugins around Magento\\Customer\\Model\\AccountManagement::changePasswordById and the settings customer/password/*',
  confirm:
    'the setting customer/create_account/confirm, plugins around Magento\\Customer\\Model\\EmailNotification and AccountManagement::activate',
  create:
    'plugins and observers around Magento\\Customer\\Model\\AccountManagement::createAccount, and the attributes of customers and addresses (customer_eav_attribute)',
  directory: 'the settings general/country/* and plugins around Magento\\Directory\\Api',
  'directory/email-available':
    'the setting checkout/options/enable_guest_checkout_login and plugins around AccountManagement::isEmailAvailable',
  expiry:
    'the settings webapi/jwtauth/customer_expiration (from 2.4.4) or oauth/access_token_lifetime/customer (before), the clocks of all nodes, and plugins around Magento\\JwtUserToken',
  lockout:
    'the settings oauth/authentication_lock/* (by name) and customer/password/lockout_* (by account), and whether cron runs',
  mails:
    'the e-mail templates (Marketing > Email Templates and the theme), the base URLs of the store, the mail transport and plugins around Magento\\Customer\\Model\\EmailNotification',
  objects:
    'plugins and extension attributes around Magento\\Customer\\Api\\Data\\CustomerInterface, and what a gateway rewrites in answers',
  'password-policy':
    'the settings customer/password/minimum_password_length and required_character_classes_number, and preferences for Magento\\Customer\\Model\\AccountManagement',
  profile:
    'plugins and observers around Magento\\Customer\\Api\\CustomerRepositoryInterface::save, and caches that keep the profile',
  protocol:
    'what stands in front of the shop (nginx, Varnish, API gateway, firewall), plugins around Magento\\Webapi\\Controller\\Rest and Magento\\Framework\\Webapi',
  'protocol/every-answer':
    'the headers that web server, Varnish and gateway add or remove (add_header, proxy_hide_header), and MAGE_MODE: production',
  'protocol/secrets':
    'plugins and loggers that add fields or headers to answers, and MAGE_MODE: production; change the secrets that were shown',
  reset:
    'the settings customer/password/reset_link_expiration_period and *_password_reset_requests, and plugins around AccountManagement::initiatePasswordReset and resetPassword',
  revoke:
    'plugins around Magento\\Integration\\Api\\CustomerTokenServiceInterface, the table jwt_auth_revoked (oauth_token before 2.4.4), and caches of tokens in gateways',
  'self-description':
    'the annotations of the service interfaces that the description is made of, webapi.xml of extensions, and bin/magento cache:clean config_webservice',
  storefront:
    'the theme’s templates of Magento_Customer, the settings web/cookie/* and web/session/*, and the rules of the full page cache (Varnish)',
  token:
    'plugins around Magento\\Integration\\Model\\CustomerTokenService and Magento\\JwtUserToken, and what a gateway does to logins',
  validation:
    'the validation rules of the attributes (customer_eav_attribute), customer/address/* and validators in di.xml',
}

/** Releases before one that behave so, as a fault's own words tell. */
const formerly = /\bas before (2\.\d+\.\d+(?:-p\d+)?)/

/**
 * How a shop with a defect is mended.
 * @param family the file that the fault lies in: `reset/reset-link`
 * @param does what the fault does
 * @returns lines, the most special first
 */
export function mending({ family, does }: { readonly family: string; readonly does: string }): string[] {
  const since = formerly.exec(does)?.[1]
  const place = places[family] ?? places[family.split('/')[0] ?? '']
  return [
    ...(since
      ? [`releases before ${since} behave so: see that the upgrade is complete (bin/magento --version, setup:upgrade)`]
      : []),
    ...(place ? [`look at ${place}`] : []),
  ]
}
