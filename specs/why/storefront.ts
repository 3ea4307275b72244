import { explain } from '../../src/judge/why.ts'

const rest = 'Who registers in an app and then opens the shop’s pages is one customer, and has to find one account.'
const wrongParcel =
  'A parcel or an invoice goes where this page says. Two systems that differ here are found out by the customer.'
const forgery =
  'Without it any page on the web can send this form in the name of whoever looks at it, and the browser adds the cookies.'
const markup =
  'What one person enters another may look at, support included: entered markup that becomes part of a page runs there.'
const thief = 'A customer changes the password because somebody else may be in the account. Who is in has to be out.'

explain({
  'STORE-01': 'A page that is shown to guests, or kept by a cache, shows one customer’s data to the next.',
  'STORE-02': 'A form without its key cannot log anybody in; it happens where a cache keeps the login page.',
  'STORE-03': rest,
  'STORE-04': 'The pages and REST check the same password by different ways; one that forgets to opens every account.',
  'STORE-05': 'A login that fails without a word looks like a broken page, and the customer goes elsewhere.',
  'STORE-06': forgery,
  'STORE-07': 'A key that is not compared is none: an attacker’s form sends any.',
  'STORE-08': rest,
  'STORE-09': wrongParcel,
  'STORE-10': wrongParcel,
  'STORE-11': wrongParcel,
  'STORE-12': wrongParcel,
  'STORE-13': 'An address that is saved but listed nowhere can be neither chosen nor deleted.',
  'STORE-14': 'On a shared computer the next person goes back to the account; a stolen cookie stays good.',
  'STORE-15': 'Whoever plants a session id in a browser before the login is in the account after it.',
  'STORE-16': 'A script smuggled into any page of the shop would read the cookie and take the session with it.',
  'STORE-17': 'What a cache in front of the shop keeps, it shows to the next who asks: the account of somebody else.',
  'STORE-18': 'A page in a frame of another site is clicked on by people who do not see what they click.',
  'STORE-19': 'Two people in one session see one account: whoever logs in, logs the other in.',
  'STORE-20': 'A name that is shown wrong is printed wrong, on the invoice and on the parcel.',
  'STORE-21': wrongParcel,
  'STORE-22': wrongParcel,
  'STORE-23': markup,
  'STORE-24': 'A link to the shop’s own login that ends at a copy of it takes the password there.',
  'STORE-25': forgery,
  'STORE-26': 'An address too many is another customer’s, or one that was deleted.',
  'STORE-30': 'An address that the customer never entered is somebody else’s.',
  'STORE-31':
    'Accounts made over REST often come without an address; a customer who finds no form for one cannot order.',
  'STORE-32': forgery,
  'STORE-33': 'The shop’s own scripts, the checkout above all, ask REST in this way.',
  'STORE-34':
    'Who corrects a name in the app and finds the old one in the shop corrects it again, and asks the support.',
  'STORE-40': thief,
  'STORE-41': 'One password for the app and another for the shop is a customer who cannot get in.',
  'STORE-50': 'The page loads pictures and scripts of others: a token in its address is told to them as Referer.',
  'STORE-51': 'A form that opens for any token lets its finder choose the password of an account.',
  'STORE-52': 'Who has forgotten the password is locked out for good if this form does not work.',
  'STORE-53': forgery,
  'STORE-54': thief,
  'STORE-55': 'Links stay in mailboxes and histories. One that opens the form again hands the account to who finds it.',
  'STORE-56': 'Who mistypes a new password and is not told is locked out with the next login.',
  'STORE-60': 'An address that nobody confirmed may be somebody else’s; that is why the shop asks.',
  'STORE-61': 'It is the only way in for a new customer of such a shop.',
  'STORE-62': 'A key that is not compared confirms addresses that their owner never saw.',
})
