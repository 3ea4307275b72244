import type { Fault } from '../faults/fault.ts'
import { accessFaults } from './access/access.faults.ts'
import { administratorAccessFaults } from './access/administrator-access.faults.ts'
import { bearerFaults } from './access/bearer.faults.ts'
import { detourFaults } from './access/detours.faults.ts'
import { tokenDetourFaults } from './access/token-detours.faults.ts'
import { administrationFaults } from './administration/administration.faults.ts'
import { administrationCriteriaFaults } from './administration/administration-criteria.faults.ts'
import { administrationDeleteFaults } from './administration/administration-delete.faults.ts'
import { administrationFieldFaults } from './administration/administration-fields.faults.ts'
import { administrationSearchFaults } from './administration/administration-search.faults.ts'
import { administrationWriteFaults } from './administration/administration-write.faults.ts'
import { changePasswordFaults } from './change-password/change-password.faults.ts'
import { changePolicyFaults } from './change-password/change-password-policy.faults.ts'
import { confirmFaults } from './confirm/confirm.faults.ts'
import { confirmAsGuestFaults, confirmAsGuestRemedies } from './confirm/confirm-as-guest.faults.ts'
import { confirmMailFaults } from './confirm/confirm-mails.faults.ts'
import { confirmRequiredFaults } from './confirm/confirm-required.faults.ts'
import { createAuthorityFaults, createRemedies } from './create/create-authority.faults.ts'
import { createCustomerFaults } from './create/create-customer.faults.ts'
import { createPlaceFaults } from './create/create-place.faults.ts'
import { createRefusedFaults } from './create/create-refused.faults.ts'
import { createValueFaults } from './create/create-values.faults.ts'
import { directoryFaults } from './directory/directory.faults.ts'
import { emailAvailableFaults, emailAvailableRemedies } from './directory/email-available.faults.ts'
import { expiryFaults } from './expiry/expiry.faults.ts'
import { expiryLifetimeFaults } from './expiry/expiry-lifetime.faults.ts'
import { tokenExpiredFaults } from './expiry/token-expired.faults.ts'
import { lockFaults } from './lockout/lock.faults.ts'
import { everyMailFaults } from './mails/every-mail.faults.ts'
import { mailFaults } from './mails/mails.faults.ts'
import { addressDefaultsFaults } from './objects/address-defaults.faults.ts'
import { addressFormFaults } from './objects/address-forms.faults.ts'
import { addressObjectFaults } from './objects/address-object.faults.ts'
import { customerFormFaults } from './objects/customer-forms.faults.ts'
import { customerObjectFaults } from './objects/customer-object.faults.ts'
import { passwordPolicyFaults } from './password-policy/password-policy.faults.ts'
import { defaultAddressFaults } from './profile/default-addresses.faults.ts'
import { profileFaults } from './profile/profile.faults.ts'
import { profileAddressFaults } from './profile/profile-addresses.faults.ts'
import { profileEmailFaults } from './profile/profile-email.faults.ts'
import { profileFieldFaults } from './profile/profile-fields.faults.ts'
import { profileOfAnotherFaults } from './profile/profile-of-another.faults.ts'
import { profileReachFaults } from './profile/profile-reach.faults.ts'
import { profileRefusedFaults } from './profile/profile-refused.faults.ts'
import { profileStateFaults } from './profile/profile-state.faults.ts'
import { acceptFaults } from './protocol/accept.faults.ts'
import { bindingFaults } from './protocol/binding.faults.ts'
import { bindingObjectFaults } from './protocol/binding-objects.faults.ts'
import { bodyFaults } from './protocol/bodies.faults.ts'
import { contentTypeFaults, xmlFaults } from './protocol/content-types.faults.ts'
import { customersInTimeFaults } from './protocol/customers-in-time.faults.ts'
import { errorFaults } from './protocol/errors.faults.ts'
import { headerFaults } from './protocol/headers.faults.ts'
import { fieldsFilterFaults, routeMatchingFaults } from './protocol/route-matching.faults.ts'
import { secretFaults } from './protocol/secrets.faults.ts'
import { urlFormFaults } from './protocol/url-forms.faults.ts'
import { resetEndedFaults } from './reset/reset-ended.faults.ts'
import { resetLinkFaults } from './reset/reset-link.faults.ts'
import { resetMailFaults } from './reset/reset-mail.faults.ts'
import { resetPasswordFaults } from './reset/reset-password.faults.ts'
import { resetRefusedFaults } from './reset/reset-refused.faults.ts'
import { resetRemedies, resetRequestFaults } from './reset/reset-request.faults.ts'
import { resetTokenFaults } from './reset/reset-token.faults.ts'
import { revokeFaults } from './revoke/revoke.faults.ts'
import { revokedTokenFaults } from './revoke/revoked-token.faults.ts'
import { descriptionFaults, descriptionRemedies } from './self-description/description.faults.ts'
import { selfDescriptionFaults } from './self-description/self-description.faults.ts'
import { storefrontAccountFaults } from './storefront/storefront-account.faults.ts'
import { storefrontLinkFaults } from './storefront/storefront-links.faults.ts'
import { storefrontLoginFaults } from './storefront/storefront-login.faults.ts'
import { storefrontSessionFaults } from './storefront/storefront-session.faults.ts'
import { tokenRemedies } from './token/advice.faults.ts'
import { credentialFaults } from './token/credentials.faults.ts'
import { loginFaults } from './token/login.faults.ts'
import { loginAlikeFaults } from './token/login-alike.faults.ts'
import { plusAddressFaults } from './token/plus-address.faults.ts'
import { tokenFormFaults } from './token/token-form.faults.ts'
import { tokenUseFaults } from './token/token-use.faults.ts'
import { addressFaults } from './validation/validate-address.faults.ts'
import { detailFaults } from './validation/validate-details.faults.ts'
import { emailFaults } from './validation/validate-email.faults.ts'
import { nameFaults } from './validation/validate-names.faults.ts'

/** All faults, by area. */
export const allFaults: readonly Fault[] = [
  ...secretFaults,
  ...errorFaults,
  ...headerFaults,
  ...createCustomerFaults,
  ...createRefusedFaults,
  ...createPlaceFaults,
  ...createValueFaults,
  ...createAuthorityFaults,
  ...customerObjectFaults,
  ...customersInTimeFaults,
  ...addressFormFaults,
  ...customerFormFaults,
  ...addressObjectFaults,
  ...addressDefaultsFaults,
  ...passwordPolicyFaults,
  ...emailFaults,
  ...nameFaults,
  ...addressFaults,
  ...detailFaults,
  ...plusAddressFaults,
  ...tokenFormFaults,
  ...tokenUseFaults,
  ...credentialFaults,
  ...loginFaults,
  ...loginAlikeFaults,
  ...bearerFaults,
  ...administratorAccessFaults,
  ...accessFaults,
  ...tokenExpiredFaults,
  ...expiryFaults,
  ...expiryLifetimeFaults,
  ...revokedTokenFaults,
  ...revokeFaults,
  ...lockFaults,
  ...resetMailFaults,
  ...resetRequestFaults,
  ...resetLinkFaults,
  ...resetPasswordFaults,
  ...resetEndedFaults,
  ...resetRefusedFaults,
  ...changePolicyFaults,
  ...changePasswordFaults,
  ...everyMailFaults,
  ...mailFaults,
  ...confirmFaults,
  ...confirmRequiredFaults,
  ...confirmAsGuestFaults,
  ...confirmMailFaults,
  ...urlFormFaults,
  ...routeMatchingFaults,
  ...fieldsFilterFaults,
  ...acceptFaults,
  ...contentTypeFaults,
  ...xmlFaults,
  ...bodyFaults,
  ...bindingFaults,
  ...bindingObjectFaults,
  ...profileRefusedFaults,
  ...profileFaults,
  ...profileFieldFaults,
  ...profileOfAnotherFaults,
  ...profileReachFaults,
  ...profileStateFaults,
  ...profileAddressFaults,
  ...profileEmailFaults,
  ...emailAvailableFaults,
  ...defaultAddressFaults,
  ...administrationFaults,
  ...administrationSearchFaults,
  ...administrationCriteriaFaults,
  ...administrationWriteFaults,
  ...administrationDeleteFaults,
  ...administrationFieldFaults,
  ...directoryFaults,
  ...selfDescriptionFaults,
  ...descriptionFaults,
  ...storefrontLoginFaults,
  ...storefrontAccountFaults,
  ...storefrontSessionFaults,
  ...storefrontLinkFaults,
  ...tokenDetourFaults,
  ...detourFaults,
  ...resetTokenFaults,
]

/** Changes that follow advice which Magento does not follow, so that each advice passes. */
export const allRemedies: readonly Fault[] = [
  ...tokenRemedies,
  ...confirmAsGuestRemedies,
  ...createRemedies,
  ...emailAvailableRemedies,
  ...resetRemedies,
  ...descriptionRemedies,
]
