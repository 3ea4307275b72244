import { answers, operation, service, together } from '../../faults/change.ts'
import { refuse } from '../../faults/changes/registrations.ts'
import { answering } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

export const defaultAddressFaults = faults([
  {
    id: 'billing-is-shipping',
    does: 'the default billing address request returns the default shipping address',
    breaks: ['DEFAULT-01', 'ADMIN-11'],
    change: operation('address.billing', (call, _, shop) => shop.operations['address.shipping']?.(call)),
  },
  {
    id: 'shipping-is-billing',
    does: 'the default shipping address request returns the default billing address',
    breaks: ['DEFAULT-02', 'ADMIN-11'],
    change: operation('address.shipping', (call, _, shop) => shop.operations['address.billing']?.(call)),
  },
  {
    id: 'default-not-marked',
    does: 'the default shipping address is returned without its `default_shipping` flag',
    breaks: ['DEFAULT-02', 'ADMIN-11'],
    change: answering('address.shipping', (address) =>
      Array.isArray(address) ? address : { ...address, default_shipping: undefined },
    ),
  },
  {
    id: 'shipping-address-without-vat-number',
    does: 'the default shipping address lacks the VAT number when it is asked for',
    breaks: ['DEFAULT-02'],
    change: answering('address.shipping', (address) =>
      Array.isArray(address) ? address : { ...address, vat_id: undefined },
    ),
  },
  {
    id: 'no-default-is-null',
    does: 'a customer without a default address gets null',
    breaks: ['WHOLE-02', 'DEFAULT-03'],
    change: together(
      ...['address.billing', 'address.shipping'].map((name) =>
        answering(name, (address) => (Array.isArray(address) ? null : address)),
      ),
    ),
  },
  {
    id: 'no-default-not-found',
    does: 'a customer without a default billing address gets 404',
    breaks: ['DEFAULT-03'],
    change: answering('address.billing', (address) =>
      Array.isArray(address) ? refuse(404, 'There is no default address.') : address,
    ),
  },
  {
    id: 'default-of-another',
    does: 'a customer without a default shipping address gets that of another customer',
    breaks: ['DEFAULT-03'],
    change: operation('address.shipping', async (call, inner, shop) => {
      const own = await inner(call)
      const other = [...shop.store.customers.values()].findLast(({ default_shipping }) => default_shipping)
      if (!Array.isArray(own) || !other || call.user?.type !== 'customer') return own
      return inner({ ...call, arguments: { customerId: other.id } })
    }),
  },
  {
    id: 'default-of-guests',
    does: 'a guest’s request for a default address returns an empty result instead of 401',
    breaks: ['EXPIRY-06', 'REVOKE-15', 'DEFAULT-04'],
    change: together(
      service('authorize', (authorize) => (call, access) => {
        return call.route?.path === '/V1/customers/me/billingAddress' || authorize(call, access)
      }),
      operation('address.billing', (call, inner) => (call.user ? inner(call) : [])),
    ),
  },
  {
    id: 'default-of-guests-refused-otherwise',
    does: 'a guest’s request for the default shipping address returns 400 instead of 401',
    breaks: ['DEFAULT-04', 'EXPIRY-06'],
    change: answers(
      ({ route, user }) => route?.path === '/V1/customers/me/shippingAddress' && !user,
      () => ({
        status: 400,
        value: {
          message: '"%fieldName" is required. Enter and try again.',
          parameters: { fieldName: 'customerId' },
        },
      }),
    ),
  },
])
