import { acceptFaults } from './accept.faults.ts'
import { accessFaults } from './access.faults.ts'
import { administrationFaults } from './administration.faults.ts'
import { administrationSearchFaults } from './administration-search.faults.ts'
import { administrationWriteFaults } from './administration-write.faults.ts'
import { tokenRemedies } from './advice.faults.ts'
import { bearerFaults } from './bearer.faults.ts'
import { bindingFaults } from './binding.faults.ts'
import { bindingObjectFaults } from './binding-objects.faults.ts'
import { bodyFaults } from './bodies.faults.ts'
import { changePasswordFaults } from './change-password.faults.ts'
import { confirmFaults } from './confirm.faults.ts'
import { contentTypeFaults, xmlFaults } from './content-types.faults.ts'
import { createAuthorityFaults, createRemedies } from './create-authority.faults.ts'
import { createCustomerFaults } from './create-customer.faults.ts'
import { customerObjectFaults } from './customer-object.faults.ts'
import { defaultAddressFaults } from './default-addresses.faults.ts'
import { descriptionFaults, descriptionRemedies } from './description.faults.ts'
import { detourFaults } from './detours.faults.ts'
import { directoryFaults } from './directory.faults.ts'
import { emailAvailableFaults } from './email-available.faults.ts'
import { everyAnswerFaults } from './every-answer.faults.ts'
import { expiryFaults } from './expiry.faults.ts'
import { expiryLifetimeFaults } from './expiry-lifetime.faults.ts'
import type { Fault } from './fault.ts'
import { lockFaults } from './lock.faults.ts'
import { loginFaults } from './login.faults.ts'
import { lookalikeFaults } from './lookalikes.faults.ts'
import { mailFaults } from './mails.faults.ts'
import { passwordPolicyFaults } from './password-policy.faults.ts'
import { profileFaults } from './profile.faults.ts'
import { profileAddressFaults } from './profile-addresses.faults.ts'
import { profileEmailFaults } from './profile-email.faults.ts'
import { profileReachFaults } from './profile-reach.faults.ts'
import { resetEndedFaults } from './reset-ended.faults.ts'
import { resetLinkFaults } from './reset-link.faults.ts'
import { resetPasswordFaults } from './reset-password.faults.ts'
import { resetRefusedFaults } from './reset-refused.faults.ts'
import { resetRemedies, resetRequestFaults } from './reset-request.faults.ts'
import { revokeFaults } from './revoke.faults.ts'
import { fieldsFilterFaults, routeMatchingFaults } from './route-matching.faults.ts'
import { selfDescriptionFaults } from './self-description.faults.ts'
import { storefrontFaults } from './storefront.faults.ts'
import { tokenFormFaults } from './token-form.faults.ts'
import { tokenUseFaults } from './token-use.faults.ts'
import { urlFormFaults } from './url-forms.faults.ts'
import { addressFaults, detailFaults, emailFaults, nameFaults } from './validation.faults.ts'

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
