import { explain, together } from '../../src/judge/why.ts'

const twoReadings =
  'Where gateway and shop read a URL differently, what the one blocks the other serves; a client that relies on the lax one breaks elsewhere.'

explain({
  'ROUTE-01':
    'Single-store clients leave the code out, others name it. Each half of them breaks where one form is missing.',
  'ROUTE-02': 'Clients of several stores register and ask through "all"; refused, they cannot make an account.',
  'ROUTE-03': 'Shops without URL rewriting are reached this way only; clients configured for one move on with it.',
  'ROUTE-04':
    'A typing error in the store’s code must not put customers into another store; and the administration’s own code opens a scope that no client should write in.',
  'ROUTE-05': 'A client with the code in capitals works on a lax mock and fails on the shop.',
  ...together(twoReadings, 'ROUTE-06', 'ROUTE-07', 'ROUTE-09'),
  'ROUTE-08': 'Libraries that join URLs add a slash. Refused, every request of such a client fails.',
  'ROUTE-10':
    'A GET that a header turns into a DELETE passes every firewall that looks at methods; a page of another site that is let in by its Origin acts for the customer.',
  'ROUTE-11': 'E-mails with a plus are in such paths. Taken as it stands, the account is not found, or another one is.',
  'ROUTE-12':
    'Clients tell "wrong URL" from "no such customer" by this message; a page of the web server’s own cannot be parsed.',
  'ROUTE-13':
    'A client that waits for 405 to learn what is allowed waits in vain; monitoring that counts 404s has to know.',
  'ROUTE-14':
    'Developers look for these routes first. Built on a mock that has them, the address book works nowhere else.',
  'ROUTE-15':
    'A wrong method is answered as a refusal to read a customer: a developer looks for a permission and has a typo.',
  'ROUTE-16':
    'The delete button of an app cannot work this way on any Magento; and a guest must not delete by a word what takes an id.',
  ...together(
    'PATCH is what clients try for partial updates. They have to know the status, and that it changed with 2.4.5, to fall back to PUT.',
    'ROUTE-17',
    'ROUTE-18',
  ),
  'ROUTE-19':
    'A page on another host cannot call the API from a browser without a proxy. And a shop that lets every site in lets any page act with what a customer’s browser holds.',
  'ROUTE-20': 'Uptime checks and link checkers ask with HEAD, and report a healthy shop as down.',
  'ROUTE-21':
    'Mobile clients ask for two fields to save data. Given everything, they show slow; given less, they crash.',
  'ROUTE-22': 'Clients that need the city only would otherwise load, log and cache whole address books.',
  'ROUTE-23':
    'A stolen token would be enough to delete the account. Clients that offer deletion have to go through support.',
  'ROUTE-24':
    'A misspelt field gives a list where an object was expected, without any error: a developer has to know where to look.',
  'ROUTE-25': 'A filter that cut messages off errors would leave the customer without a reason.',
})
