import { Breakdown, bad, linesRefusal, noSuch, noSuchPair, sameEmail } from '../errors.ts'
import { type Customer, databaseKey } from '../store.ts'
import type { Shop } from '../types.ts'

const genders = [1, 2, 3]
const fourByteCharacters = /[\u{10000}-\u{10ffff}]/gu

export function customerServices(shop: Shop) {
  return {
    /**
     * Returns the customer with an e-mail, compared like the database: on a website, or on any if accounts are shared.
     */
    findCustomer(email: string, websiteId: number): Customer | undefined {
      const found = shop.store.byEmail.get(databaseKey(email)) ?? []
      return found.find((customer) => shop.services.accountsAreShared() || customer.website_id === websiteId)
    },

    /**
     * @param shownId website id in the error: as sent, or as text if Magento determined it
     * @throws Refusal 404
     */
    customerByEmail(email: string, websiteId: number, shownId: unknown = String(websiteId)): Customer {
      const customer = shop.services.findCustomer(email, websiteId)
      if (!customer) throw noSuchPair('email', email, 'websiteId', shownId)
      return customer
    },

    /** @throws Refusal 404 */
    customerById(id: number, shownId: unknown = id): Customer {
      const customer = shop.store.customers.get(id)
      if (!customer) throw noSuch('customerId', shownId)
      return customer
    },

    /** @throws Refusal 400 if another customer has the e-mail */
    checkEmailIsFree(email: string, websiteId: number, ownId?: number): void {
      const found = shop.store.byEmail.get(databaseKey(email)) ?? []
      const shared = shop.services.accountsAreShared()
      if (found.some(({ id, website_id }) => id !== ownId && (shared || website_id === websiteId))) throw sameEmail()
    },

    /** @throws Refusal 400 for a group that does not exist, in releases that check this */
    checkGroup(groupId: number): void {
      if (!shop.rules.unknownGroupIsRefused || shop.store.groups.includes(groupId)) return
      throw bad('The specified customer group id does not exist.')
    },

    /** True if the customer's group is excluded from its website (`customer/group/excluded`). */
    isExcluded(customer: Customer): boolean {
      const excluded = shop.settings.get('customer/group/excluded').split(',')
      return shop.rules.excludedGroups && excluded.includes(String(customer.group_id))
    },

    /**
     * Checks names, e-mail, gender and date of birth together.
     * @throws Refusal 400 with a line per problem
     */
    validateCustomer(customer: Partial<Customer>): void {
      const { email, gender, dob } = customer
      if (shop.rules.genderOptionsChecked && gender && !genders.includes(gender)) {
        throw bad(`Attribute gender does not contain option with Id ${gender}`)
      }
      const lines = [
        ...shop.services.requiredProblems(customer),
        ...shop.services.emailProblems(email ?? ''),
        ...shop.services.nameProblems(customer),
        ...(dob ? shop.services.birthDateProblems(dob) : []),
      ]
      if (lines.length) throw linesRefusal(lines, shop.rules.listsValidatorMessages)
    },

    requiredProblems(customer: Partial<Customer>): string[] {
      const labels = { website_id: 'Associate to Website', firstname: 'First Name', lastname: 'Last Name' }
      const absent = Object.entries(labels).filter(([field]) => !customer[field as keyof typeof labels])
      if (shop.rules.missingTextCrashes && absent.some(([field]) => field.endsWith('name'))) {
        throw new Breakdown('a required text is missing')
      }
      return absent.map(([, label]) => `"${label}" is a required value.`)
    },

    birthDateProblems(dob: string): string[] {
      const today = new Date(shop.clock.now()).toISOString().slice(0, 10)
      return shop.rules.addressValidators && dob > today ? ['The Date of Birth should not be greater than today.'] : []
    },

    /** Returns text as the database stores it: without four-byte characters, truncated to the column. */
    storedText: (text: string) => [...shop.services.withoutFourBytes(text)].slice(0, 255).join(''),

    withoutFourBytes: (text: string) => text.replace(fourByteCharacters, '????'),
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof customerServices> {}
}
