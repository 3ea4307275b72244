import type { Fault } from '../faults/fault.ts'
import { accessFaults } from './access/access.faults.ts'
import { bearerFaults } from './access/bearer.faults.ts'
import { detourFaults } from './access/detours.faults.ts'
import { administrationFaults } from './administration/administration.faults.ts'
import { administrationSearchFaults } from './administration/administration-search.faults.ts'
import { administrationWriteFaults } from './administration/administration-write.faults.ts'
import { changePasswordFaults } from './change-password/change-password.faults.ts'
import { confirmFaults } from './confirm/confirm.faults.ts'
import { createAuthorityFaults, createRemedies } from './create/create-authority.faults.ts'
import { createCustomerFaults } from './create/create-customer.faults.ts'
import { directoryFaults } from './directory/directory.faults.ts'
import { emailAvailableFaults } from './directory/email-available.faults.ts'
import { expiryFaults } from './expiry/expiry.faults.ts'
import { expiryLifetimeFaults } from './expiry/expiry-lifetime.faults.ts'
import { lockFaults } from './lockout/lock.faults.ts'
import { mailFaults } from './mails/mails.faults.ts'
import { customerObjectFaults } from './objects/customer-object.faults.ts'
import { passwordPolicyFaults } from './password-policy/password-policy.faults.ts'
import { defaultAddressFaults } from './profile/default-addresses.faults.ts'
import { profileFaults } from './profile/profile.faults.ts'
import { profileAddressFaults } from './profile/profile-addresses.faults.ts'
import { profileEmailFaults } from './profile/profile-email.faults.ts'
import { profileReachFaults } from './profile/profile-reach.faults.ts'
import { acceptFaults } from './protocol/accept.faults.ts'
import { bindingFaults } from './protocol/binding.faults.ts'
import { bindingObjectFaults } from './protocol/binding-objects.faults.ts'
import { bodyFaults } from './protocol/bodies.faults.ts'
import { contentTypeFaults, xmlFaults } from './protocol/content-types.faults.ts'
import { everyAnswerFaults } from './protocol/every-answer.faults.ts'
import { fieldsFilterFaults, routeMatchingFaults } from './protocol/route-matching.faults.ts'
import { urlFormFaults } from './protocol/url-forms.faults.ts'
import { lookalikeFaults } from './reset/lookalikes.faults.ts'
import { resetEndedFaults } from './reset/reset-ended.faults.ts'
import { resetLinkFaults } from './reset/reset-link.faults.ts'
import { resetPasswordFaults } from './reset/reset-password.faults.ts'
import { resetRefusedFaults } from './reset/reset-refused.faults.ts'
import { resetRemedies, resetRequestFaults } from './reset/reset-request.faults.ts'
import { revokeFaults } from './revoke/revoke.faults.ts'
import { descriptionFaults, descriptionRemedies } from './self-description/description.faults.ts'
import { selfDescriptionFaults } from './self-description/self-description.faults.ts'
import { storefrontFaults } from './storefront/storefront.faults.ts'
import { tokenRemedies } from './token/advice.faults.ts'
import { loginFaults } from './token/login.faults.ts'
import { tokenFormFaults } from './token/token-form.faults.ts'
import { tokenUseFaults } from './token/token-use.faults.ts'
import { addressFaults, detailFaults, emailFaults, nameFaults } from './validation/validation.faults.ts'

/** Every fault, by area. */
export const allFaults: readonly Fault[] = [
  ...everyAnswerFaults,
  ...createCustomerFaults,
  ...createAuthorityFaults,
  ...customerObjectFaults,
  ...passwordPolicyFaults,
  ...emailFaults,
  ...nameFaults,
  ...addressFaults,
  ...detailFaults,
  ...tokenFormFaults,
  ...tokenUseFaults,
  ...loginFaults,
  ...bearerFaults,
  ...accessFaults,
  ...expiryFaults,
  ...expiryLifetimeFaults,
  ...revokeFaults,
  ...lockFaults,
  ...resetRequestFaults,
  ...resetLinkFaults,
  ...resetPasswordFaults,
  ...resetEndedFaults,
  ...resetRefusedFaults,
  ...changePasswordFaults,
  ...mailFaults,
  ...confirmFaults,
  ...urlFormFaults,
  ...routeMatchingFaults,
  ...fieldsFilterFaults,
  ...acceptFaults,
  ...contentTypeFaults,
  ...xmlFaults,
  ...bodyFaults,
  ...bindingFaults,
  ...bindingObjectFaults,
  ...profileFaults,
  ...profileReachFaults,
  ...profileAddressFaults,
  ...profileEmailFaults,
  ...emailAvailableFaults,
  ...defaultAddressFaults,
  ...administrationFaults,
  ...administrationSearchFaults,
  ...administrationWriteFaults,
  ...directoryFaults,
  ...selfDescriptionFaults,
  ...descriptionFaults,
  ...storefrontFaults,
  ...detourFaults,
  ...lookalikeFaults,
]

/** Changes that follow advice, which Magento does not: what turns each advice green. */
export const allRemedies: readonly Fault[] = [
  ...tokenRemedies,
  ...createRemedies,
  ...resetRemedies,
  ...descriptionRemedies,
]
