/** Where in a shop defects of a chapter, or a part of it, can be fixed: classes, settings, and proxies in front. */
const places: Readonly<Record<string, string>> = {
  access:
    'the `resource` of the route in etc/webapi.xml, plugins around Magento\\Webapi\\Controller\\Rest\\RequestValidator and the gateway’s own rules for access',
  administration:
    'the role’s resources (System > Permissions > User Roles), plugins around Magento\\Customer\\Api\\CustomerRepositoryInterface, and for searches the collectionProcessor that di.xml gives Magento\\Customer\\Model\\ResourceModel\\CustomerRepository',
  'change-password':
    'plugins around Magento\\Customer\\Api\\AccountManagementInterface::changePasswordById and the settings customer/password/*',
  confirm:
    'the setting customer/create_account/confirm, plugins around Magento\\Customer\\Model\\EmailNotification and Magento\\Customer\\Api\\AccountManagementInterface::activate and activateById',
  create:
    'plugins around Magento\\Customer\\Api\\AccountManagementInterface::createAccount, observers of customer_save_before and customer_save_after, and the attributes of customers and addresses (tables eav_attribute and customer_eav_attribute)',
  directory:
    'the settings general/country/* and plugins around Magento\\Directory\\Api\\CountryInformationAcquirerInterface and CurrencyInformationAcquirerInterface',
  'directory/email-available':
    'the setting checkout/options/enable_guest_checkout_login and plugins around Magento\\Customer\\Api\\AccountManagementInterface::isEmailAvailable',
  expiry:
    'the settings webapi/jwtauth/customer_expiration (from 2.4.4) or oauth/access_token_lifetime/customer (before), the clocks of all nodes, and plugins around Magento\\Integration\\Api\\UserTokenIssuerInterface and UserTokenValidatorInterface (from 2.4.4) or Magento\\Webapi\\Model\\Authorization\\TokenUserContext (before)',
  lockout:
    'the settings oauth/authentication_lock/* (by name) and customer/password/lockout_* (by account), and before 2.4.4 whether cron runs outdated_authentication_failures_cleanup',
  mails:
    'the e-mail templates (Marketing > Email Templates and the theme), the base URLs of the store, the mail transport and plugins around Magento\\Customer\\Model\\EmailNotification',
  objects:
    'plugins and extension attributes around Magento\\Customer\\Api\\Data\\CustomerInterface, and what a gateway rewrites in answers',
  'password-policy':
    'the settings customer/password/minimum_password_length and required_character_classes_number, and preferences for Magento\\Customer\\Api\\AccountManagementInterface',
  profile:
    'plugins around Magento\\Customer\\Api\\CustomerRepositoryInterface::save, observers of customer_save_after_data_object, and caches that keep the profile',
  protocol:
    'what is in front of the shop (nginx, Varnish, API gateway, firewall), plugins around Magento\\Webapi\\Controller\\Rest and Magento\\Framework\\Webapi',
  'protocol/every-answer':
    'the headers that web server, Varnish and gateway add or remove (add_header, proxy_hide_header), and MAGE_MODE: production',
  'protocol/secrets':
    'plugins and loggers that add fields or headers to answers, and MAGE_MODE: production; change the secrets that were shown',
  reset:
    'the settings customer/password/reset_link_expiration_period and *_password_reset_requests, and plugins around Magento\\Customer\\Api\\AccountManagementInterface::initiatePasswordReset and resetPassword',
  revoke:
    'plugins around Magento\\Integration\\Api\\CustomerTokenServiceInterface, the table jwt_auth_revoked (oauth_token before 2.4.4), and caches of tokens in gateways',
  'self-description':
    'the annotations of the service interfaces that the description is made of, webapi.xml of extensions, and bin/magento cache:clean config_webservice',
  storefront:
    'the theme’s templates of Magento_Customer, the settings web/cookie/* and web/session/*, and the rules of the full page cache (Varnish)',
  token: 'plugins around Magento\\Integration\\Api\\CustomerTokenServiceInterface, and what a gateway does to logins',
  validation:
    'the validation rules of the attributes (table customer_eav_attribute), the settings customer/address/*, and the validators in etc/validation.xml and di.xml',
}

/** Matches the release in a fault's description of older behaviour. */
const formerly = /\bas before (2\.\d+\.\d+(?:-p\d+)?)/

/**
 * Returns how to fix a defect.
 * @param family file of the fault: `reset/reset-link`
 * @param does what the fault does
 * @returns lines, most specific first
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
