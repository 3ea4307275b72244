import { rule, service } from '../../faults/change.ts'
import { answeringRegistration, crash } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'

export const nameFaults = faults([
  {
    id: 'names-in-ascii-only',
    does: 'names with letters outside ASCII are rejected',
    breaks: ['VALID-08', 'CREATE-45'],
    change: service('nameIsValid', (isValid) => (name) => isValid(name) && !/[\u0400-\u04ff]/.test(name)),
  },
  {
    id: 'names-unchecked',
    does: 'names may contain any character',
    breaks: ['VALID-09', 'VALID-10', 'VALID-13', 'VALID-14', 'VALID-22'],
    origin: '2.4.2',
    change: rule('nameCharacters', ''),
  },
  {
    id: 'template-in-name',
    does: 'names may contain mail template directives',
    breaks: ['VALID-09', 'VALID-10'],
    change: service(
      'nameProblems',
      (problems) => (person) => (String(person.firstname).startsWith('{{var') ? [] : problems(person)),
    ),
  },
  {
    id: 'emoji-breaks-down',
    does: 'a name with an emoji causes an internal error',
    breaks: ['VALID-33'],
    change: service(
      'storedText',
      (stored) => (text) => (/\p{Emoji_Presentation}/u.test(text) ? crash() : stored(text)),
    ),
  },
  {
    id: 'emoji-cuts-the-name',
    does: 'a registration loses the first name if it is an emoji',
    breaks: ['VALID-33', 'WHOLE-01'],
    change: answeringRegistration(({ firstname, ...customer }, input) =>
      input.firstname === '😀' ? customer : undefined,
    ),
  },
  {
    id: 'first-wrong-name-only',
    does: 'only the first of several invalid names is reported',
    breaks: ['VALID-10'],
    change: service('nameProblems', (problems) => (person) => problems(person).slice(0, 1)),
  },
  {
    id: 'typographic-apostrophe-refused',
    does: 'a name with a typographic apostrophe is rejected',
    breaks: ['VALID-11'],
    origin: 'magento/magento2#35469',
    change: rule('nameCharacters', ",\\-_.'&" as never),
  },
  {
    id: 'typographic-apostrophe-early',
    does: 'a name with a typographic apostrophe is accepted in a release that rejects it',
    breaks: ['VALID-11'],
    release: '2.4.4-p13',
    origin: '2.4.5',
    change: rule('nameCharacters', ",\\-_.'’`"),
  },
  {
    id: 'ampersand-refused',
    does: 'a name with an ampersand is rejected',
    breaks: ['VALID-12'],
    origin: '2.4.6-p11',
    change: rule('nameCharacters', ",\\-_.'’`"),
  },
  {
    id: 'ampersand-early',
    does: 'a name with an ampersand is accepted in a release that rejects it',
    breaks: ['VALID-12'],
    release: '2.4.6-p11',
    origin: '2.4.7',
    change: rule('nameCharacters', ",\\-_.'’`&"),
  },
  {
    id: 'quotation-marks-accepted',
    does: 'a name with quotation marks is accepted',
    breaks: ['VALID-13'],
    origin: '2.3.7-p4',
    change: rule('nameCharacters', ',\\-_.\'’`&"' as never),
  },
  {
    id: 'quotation-marks-refused-early',
    does: 'a name with quotation marks is rejected in 2.3.7',
    breaks: ['VALID-13'],
    release: '2.3.7-p4',
    change: rule('nameCharacters', ",\\-_.'"),
  },
  {
    id: 'long-name-cut',
    does: 'a name that is too long is cut to 255 characters',
    breaks: ['VALID-14'],
    origin: '2.4.1',
    change: service('nameIsValid', (isValid) => (name) => isValid(name.slice(0, 255))),
  },
  {
    id: 'validator-messages-joined-only',
    does: 'several validation messages are joined in one text instead of listed, as before 2.4.9',
    release: '2.4.9',
    origin: '2.4.8',
    breaks: ['VALID-29'],
    change: rule('listsValidatorMessages', false),
  },
])
