import { rule, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'

export const nameFaults = faults([
  {
    id: 'names-in-ascii-only',
    does: 'names may hold Latin letters only',
    breaks: ['VALID-08'],
    change: service('nameIsValid', (isValid) => (name) => isValid(name) && !/[\u0400-\u04ff]/.test(name)),
  },
  {
    id: 'names-unchecked',
    does: 'names may hold any character',
    breaks: ['VALID-09', 'VALID-10', 'VALID-13', 'VALID-14', 'VALID-22'],
    origin: '2.4.2',
    change: rule('nameCharacters', ''),
  },
  {
    id: 'template-in-name',
    does: 'names may hold the directives of a mail’s template',
    breaks: ['VALID-09', 'VALID-10'],
    change: service(
      'nameProblems',
      (problems) => (person) => (String(person.firstname).startsWith('{{var') ? [] : problems(person)),
    ),
  },
  {
    id: 'first-wrong-name-only',
    does: 'of several wrong names only the first is named',
    breaks: ['VALID-10'],
    change: service('nameProblems', (problems) => (person) => problems(person).slice(0, 1)),
  },
  {
    id: 'typographic-apostrophe-refused',
    does: 'a name may not hold a typographic apostrophe',
    breaks: ['VALID-11'],
    origin: 'magento/magento2#35469',
    change: rule('nameCharacters', ",\\-_.'&" as never),
  },
  {
    id: 'typographic-apostrophe-early',
    does: 'a name may hold a typographic apostrophe in a release that refuses it',
    breaks: ['VALID-11'],
    release: '2.4.4-p13',
    origin: '2.4.5',
    change: rule('nameCharacters', ",\\-_.'’`"),
  },
  {
    id: 'ampersand-refused',
    does: 'a name may not hold an ampersand',
    breaks: ['VALID-12', 'STORE-20', 'STORE-21', 'STORE-22', 'STORE-23', 'STORE-24'],
    origin: '2.4.6-p11',
    change: rule('nameCharacters', ",\\-_.'’`"),
  },
  {
    id: 'ampersand-early',
    does: 'a name may hold an ampersand in a release that refuses it',
    breaks: ['VALID-12'],
    release: '2.4.6-p11',
    origin: '2.4.7',
    change: rule('nameCharacters', ",\\-_.'’`&"),
  },
  {
    id: 'quotation-marks-accepted',
    does: 'a name may hold quotation marks',
    breaks: ['VALID-13'],
    origin: '2.3.7-p4',
    change: rule('nameCharacters', ',\\-_.\'’`&"' as never),
  },
  {
    id: 'quotation-marks-refused-early',
    does: 'a name may not hold quotation marks in 2.3.7',
    breaks: ['VALID-13'],
    release: '2.3.7-p4',
    change: rule('nameCharacters', ",\\-_.'"),
  },
  {
    id: 'long-name-cut',
    does: 'a name too long is cut to 255 characters',
    breaks: ['VALID-14'],
    origin: '2.4.1',
    change: service('nameIsValid', (isValid) => (name) => isValid(name.slice(0, 255))),
  },
])
