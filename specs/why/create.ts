import { explain, together } from '../../src/judge/why.ts'

explain({
  'CREATE-01':
    'Clients are generated from the documented body. A field that is missing or of another type breaks the registration form of every one of them.',
  'CREATE-02':
    'What was stored is what the shop ships to and writes to. A changed e-mail locks the customer out, a changed address sends the parcel elsewhere.',
  'CREATE-03':
    'Checkout prices tax and shipping by the region’s id and shows its name; a client that reads one of the forms finds nothing in the other.',
  'CREATE-04':
    'A client picks the address for the order by these ids. If they do not match, the order has no address or somebody else’s.',
  'CREATE-05':
    'The answers are in snake_case and the tutorial sends camelCase: a client that sends back what it read would lose its address.',
  'CREATE-06':
    'A short registration form is the usual one. A client that loops over the addresses crashes where the list is missing.',
  'CREATE-07':
    'Clients of typed languages take an absent field for unset and stumble over a null where they declared a text.',
  'CREATE-08':
    'Two accounts with one e-mail leave open whose orders a login shows; an account that is handed out to whoever knows its e-mail is taken over.',
  'CREATE-09':
    'Otherwise anybody opens a second account under a known address by writing it in capitals, and mails and logins of the two get mixed up.',
  'CREATE-10':
    'Guest checkouts and migrations make accounts first and let the customer choose a password by mail; they fail where one is demanded.',
  'CREATE-11': 'If an account without a password opened to any or an empty one, whoever knows an e-mail would own it.',
  'CREATE-12':
    'Serialisers write null for a field that was left empty. Taken for a password it would be refused as too short, and the form fails for no visible reason.',
  'CREATE-13':
    'A developer who wrapped the body wrongly is told so at once, instead of hunting for a missing e-mail that was sent.',
  'CREATE-14': 'The form has to mark the field that is missing. Not told which, the customer gives up.',
  'CREATE-15':
    'The message is shown as it is by many a storefront, and says to the customer what the field is called on the page.',
  ...together(
    'A storefront that shows the shop’s words tells the customer what to fill in; an internal error sends the developer into the logs instead.',
    'CREATE-16',
    'CREATE-17',
    'CREATE-18',
  ),
  'CREATE-19':
    'Whatever the failure is called, no account may come of it: nobody could log in to it or mail its owner.',
  'CREATE-20':
    'A double click on the button is enough. Two accounts of one e-mail split the orders of one customer, and support has to join them by hand.',
  'CREATE-41':
    'The customer corrects the form and sends it again; an account left behind answers that the e-mail is taken.',
  'CREATE-42':
    'Forms send an empty text for what was not filled in. Let through, invoices and labels go out without a name.',
  'CREATE-21':
    'A group gives prices and tax classes. A visitor who could choose one would buy at wholesale prices; a client that sends the field has to see that it may not.',
  'CREATE-22':
    'A group gives prices and tax classes: a visitor who could choose one would buy at wholesale prices. In these releases the client is not told, the account simply gets the default.',
  'CREATE-23':
    'On these releases every visitor can register into a wholesale group and buy at its prices. An administrator should know it and upgrade.',
  ...together(
    'Otherwise anybody takes over an account, or changes its name and address, by registering with its id, which is a small number to be guessed.',
    'CREATE-24',
    'CREATE-25',
    'CREATE-27',
  ),
  'CREATE-26':
    'Otherwise a registration moves the address of another customer into the visitor’s account: an address book is read by counting up.',
  'CREATE-28':
    'Who registers with a foreign e-mail would read the key in the answer and confirm an account without owning the mailbox.',
  'CREATE-29':
    'Reports and support go by where an account came from. A value that visitors choose is worth nothing, and may be text meant for an administrator’s page.',
  'CREATE-30':
    'An app whose stored token is stale still has to offer registration; else the customer sees a refusal that no form can mend.',
  'CREATE-31':
    'On a shared device the last customer’s token is still in the header. The newcomer must get an own account and not touch the other.',
  'CREATE-43':
    'What the shop keeps to itself, such as a reset token or the state of a lock, must not be set by whoever sends the field.',
  'CREATE-44':
    'The refusal of `group_id` is worth nothing if the same group can be had by another spelling: wholesale prices for everybody.',
  'CREATE-32':
    'A client of a second store view finds its customers in the default one, with its language and mails, and has to send the store on purpose.',
  'CREATE-33':
    'A shop with several websites registers customers where they shop; otherwise their prices, mails and logins are those of another site.',
  ...together(
    'A wrong id in a client’s configuration shows at the first registration, instead of filling the wrong store with customers.',
    'CREATE-34',
    'CREATE-35',
  ),
  'CREATE-36':
    'Clients send the page that the mail’s link leads on to. Echoed, it would put an address of a stranger’s choice into an answer that a page may show.',
  'CREATE-37':
    'A subscription is consent, with legal weight. Lost or invented, the marketing list is wrong from the first day.',
  'CREATE-38': 'The registration succeeds and the address is gone: a client that does not look finds out at checkout.',
  'CREATE-39': 'A connector that registers wholesale customers depends on it; without it they all see retail prices.',
  'CREATE-40':
    'A customer in a group that does not exist has no prices and no tax class, and breaks the pages that look the group up.',
})
