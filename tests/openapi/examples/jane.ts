/** The documented registration, with field names as in responses. */
export const registration = {
  customer: {
    email: 'jdoe@example.com',
    firstname: 'Jane',
    lastname: 'Doe',
    addresses: [
      {
        firstname: 'Jane',
        lastname: 'Doe',
        street: ['123 Oak Ave'],
        city: 'Purchase',
        region: { region_code: 'NY', region: 'New York', region_id: 43 },
        postcode: '10755',
        country_id: 'US',
        telephone: '512-555-1111',
        default_billing: true,
        default_shipping: true,
      },
    ],
  },
  password: 'Password1',
}

/** The credentials. */
export const jane = { username: registration.customer.email, password: registration.password }

/** An id that no customer has. */
export const unknown = 999999
