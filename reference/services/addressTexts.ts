import { bad, type Problem, refusalOf } from '../errors.ts'
import type { Address } from '../store.ts'
import type { Shop } from '../types.ts'

const letters = '\\p{L}\\p{M}\\s'

/** Before 2.4.9 only the first run of allowed characters is compared with the whole text. */
const firstRuns = [
  ['city', `${letters}\\-'`, 100, "Invalid City. Please use A-Z, a-z, 0-9, -, ', spaces"],
  ['telephone', '\\d\\s+\\-()', 20, 'Invalid Phone Number. Please use 0-9, +, -, (, ) and space.'],
] as const

/** From 2.4.9 the whole text must consist of these characters. */
const wholeTexts = {
  street: [
    `${letters}\\d\\-'‘’.,&#/()`,
    'Invalid Street Address. The street address contains invalid characters.',
    'Invalid Street Address. The street address is too long. Enter no more than 255 characters.',
  ],
  city: [
    `${letters}\\d\\-_'’.,&()`,
    "Invalid City. Please use letters, numbers, spaces, and the following characters: - _ ' ’ . , & ( )",
    'Invalid City. The city name is too long. Enter no more than 255 characters.',
  ],
  telephone: [
    '\\d\\s+()./\\-',
    'Invalid Phone Number. Please use 0-9, +, -, (, ), ., / and space.',
    'Invalid Phone Number. The phone number is too long. Enter no more than 255 characters.',
  ],
} as const

/** Required attributes of an address, in order, with the label in the store view. */
const labels = [
  ['firstname', 'First Name'],
  ['lastname', 'Last Name'],
  ['street', 'Street Address'],
  ['city', 'City'],
  ['postcode', 'Zip/Postal Code'],
  ['telephone', 'Phone Number'],
] as const

const isEmpty = (parameters: Problem['parameters']) => Array.isArray(parameters) && parameters.length === 0

const textOf = (value: unknown) => (Array.isArray(value) ? value.join('\n') : String(value ?? ''))

export function addressTextServices(shop: Shop) {
  const isWhole = (address: Address, field: keyof typeof wholeTexts): string[] => {
    const [characters, odd, long] = wholeTexts[field]
    const text = textOf(address[field])
    if ([...text].length > 255) return [long]
    return new RegExp(`^[${characters}]*$`, 'u').test(text) ? [] : [odd]
  }

  return {
    /** Returns a message per invalid text of an address. */
    addressTextLines(address: Address): string[] {
      const { rules, services } = shop
      if (!rules.addressValidators) return []
      const cityAndTelephone = rules.cityAndTelephoneTakeMore
        ? (['city', 'telephone'] as const).flatMap((field) => isWhole(address, field))
        : firstRuns.flatMap(([field, characters, longest, line]) =>
            services.firstRunIsAll(textOf(address[field]), characters, longest) ? [] : [line],
          )
      return [
        ...services.nameProblems(address),
        ...(rules.streetIsChecked ? isWhole(address, 'street') : []),
        ...cityAndTelephone,
      ]
    },

    /** Returns the address errors of a registration from 2.4.9: templates with labels as parameters. */
    labelProblems(address: Address): Problem[] {
      const absent = shop.services.addressProblems(address).map(({ parameters }) => Object(parameters).fieldName)
      const most = shop.services.mostStreetLines()
      return [
        ...labels
          .filter(([field]) => absent.includes(field))
          .map(([, label]): Problem => ({ message: '"%1" is a required value.', parameters: [label] })),
        ...(address.street.length > most
          ? [{ message: '"%1" cannot contain more than %2 lines.', parameters: ['Street Address', most] }]
          : []),
        ...shop.services.addressTextLines(address).map((message): Problem => ({ message, parameters: [] })),
      ]
    },

    /** @throws Refusal 400 */
    validateAddressByLabel(address: Address): void {
      const problems = shop.services.labelProblems(address)
      // A single message without parameters is returned without the key `parameters`.
      const [first, ...others] = problems
      if (first && others.length === 0 && isEmpty(first.parameters)) throw bad(first.message)
      if (problems.length) throw refusalOf(problems)
      shop.services.validateAddress(address)
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof addressTextServices> {}
}
