import type { Exchange } from '../recording/exchange.ts'
import type { Halt, SetupCause, SetupFinding } from '../recording/recording.ts'
import { setUpSentence, type setUpSentences } from '../recording/set-up-sentences.ts'
import type { Target } from '../target/target.ts'
import { untestableBy } from './halt.ts'
import { listed, said } from './refusal-words.ts'
import { isMissingField, namesIn } from './required-fields.ts'
import { settingFor } from './stock-fields.ts'

/** Returns why the shop rejects every registration of the run, and what to set. */
export function refusedRegistration(
  refusal: Exchange,
  refusedGuest: Exchange | undefined,
  { adminToken, emailDomain }: Pick<Target, 'adminToken' | 'emailDomain'>,
): { halt: Halt; finding: SetupFinding } {
  const [cause, sentence, next] = reasonOf(refusedGuest ?? refusal, refusal, emailDomain, adminToken !== undefined)
  return {
    halt: untestableBy('registration', sentence, next),
    finding: { cause, effect: 'stops', sentence, next },
  }
}

type Reason = [cause: SetupCause, sentence: string, next: string]

const byAdministrator =
  'Give the run administrative access (MAGENTO_ADMIN_…, MAGENTO_INTEGRATION_…): it then makes the accounts as an administrator.'

function reasonOf(refusal: Exchange, last: Exchange, domain: string, hasAdmin: boolean): Reason {
  const message = String(refusal.at('/message').value ?? '')
  const required = [last, refusal].find(isMissingField)
  if (required) {
    const names = namesIn(required)
    const read = hasAdmin ? '' : ', or give the run administrative access, with which it reads what is required'
    return [
      'required-field',
      setUpSentence('fieldsMissing', { fields: listed(names) }),
      `Set MAGENTO_CUSTOMER_FIELDS='${settingFor(names)}'${read}.`,
    ]
  }
  if (/is not supported|does not have accessor method/.test(message) && namesIn(refusal).length > 0)
    return [
      'required-field',
      setUpSentence('fieldsUnknown', { fields: listed(namesIn(refusal)), said: said(refusal) }),
      'Correct its name; what a merchant added belongs into "custom_attributes" or "extension_attributes".',
    ]
  const [, cause, sentence, next] = refusals.find(([text]) => text.test(message.replaceAll(domain, 'domain'))) ?? [
    undefined,
    'registration' as const,
    'registrationRefused' as const,
    hasAdmin
      ? 'Find out in the shop what refuses them; fields that a registration needs are set in MAGENTO_CUSTOMER_FIELDS.'
      : `${byAdministrator} Fields that a registration needs are set in MAGENTO_CUSTOMER_FIELDS.`,
  ]
  if ([401, 403].includes(refusal.status) && cause === 'registration')
    return [
      'guest-registration',
      setUpSentence('guestsRefused', { said: said(refusal) }),
      hasAdmin ? next : byAdministrator,
    ]
  return [cause, setUpSentence(sentence, { domain, said: said(refusal) }), next]
}

const refusals: [RegExp, SetupCause, keyof typeof setUpSentences, string][] = [
  [
    /restrictions? are enabled|website restriction/i,
    'restriction',
    'restricted',
    'Switch general/restriction/is_active off on the staging shop, or let its mode allow registrations.',
  ],
  [
    /domain|(e-?mail|adres|correo|メール).*(not allowed|not permitted|blocked|blacklist|banned|disposable|whitelist|\b[\w-]+\.[a-z]{2,}\b)/i,
    'email-domain',
    'domainRefused',
    'Set MAGENTO_EMAIL_DOMAIN to a domain that it accepts.',
  ],
  [
    /at least .* characters|classes of characters|password/i,
    'registration',
    'passwordRefused',
    'Lower customer/password/minimum_password_length on the staging shop to 32 or less.',
  ],
  [
    /captcha|turnstile|security (check|validation|verification)|robot/i,
    'registration',
    'captchaAtRegistration',
    'Switch the captcha off for registrations on the staging shop (customer/captcha, recaptcha_frontend/type_for).',
  ],
]
