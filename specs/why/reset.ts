import { explain, together } from '../../src/judge/why.ts'

const weak =
  'The reset is one more door to set a password. A policy that does not hold here is walked around by forgetting the password.'
const takeover =
  'Whoever gets past this sets the password of any customer and has the account, without a mailbox and without a trace for its owner.'
const reuse =
  'Mails stay in mailboxes, backups and forwarded threads for years. A link that works again opens the account to whoever reads it then.'
const missing = 'The form marks all of what is missing at once, and a developer sees what the fields are called.'
const probing = 'Clients tell a broken link from a failure of the server by it, and show the way to a new one.'

explain({
  'RESET-01': 'A client shows "look into your mailbox" on `true` and an error on anything else.',
  'RESET-02': 'Otherwise anybody who knows an e-mail locks its owner out by asking for a reset.',
  'RESET-03':
    'Magento tells here who has an account, and clients show the customer a typing error by it. A mock that answers `true` hides a case that every shop has.',
  'RESET-04': 'A developer sees at once which template to send, instead of waiting for a mail that never comes.',
  'RESET-05': 'Clients that use the reminder’s wording for their mails depend on it.',
  'RESET-06': 'A client that asks through "all" is told that customers who exist do not; it has to name the store.',
  'RESET-07':
    'A customer whose mail is late asks again. On these releases that works at once, so that nothing limits who floods a mailbox either.',
  'RESET-08':
    'From 2.4.8 a customer who asks twice is refused: clients have to say "wait ten minutes" instead of "failed". Without the limit anybody floods a mailbox in the shop’s name.',
  'RESET-09':
    'It is a 400 and no 429. A client that waits for the usual status shows an internal failure to a customer who only has to wait.',
  'RESET-10': 'Anybody can find out, one by one, who is a customer: for phishing, or for knowing who buys what.',
  'RESET-11': 'Two mails confuse, since only the newest link works; a copy to anybody else hands the account over.',
  'RESET-12':
    'Shorter, or of fewer characters, the token can be guessed, and nothing limits the guesses. Cut by a line break the link is dead for its owner.',
  'RESET-13':
    'Headless storefronts read id and e-mail from the link to set the password. From these releases on there is no other way to know them.',
  'RESET-14':
    'A headless storefront catches this path. Another one ends in a 404 for every customer who forgot the password.',
  'RESET-15': 'It is the only way back for a customer who forgot the password.',
  'RESET-16':
    'The reset is what an owner does when somebody else knows the password. If the old one still works, nothing was gained.',
  'RESET-17': 'With every request more links would be good at the same time, each of them lying in a mailbox.',
  'RESET-18': 'A refusal that sends a mail anyway lets strangers flood a mailbox, and confuses its owner.',
  'RESET-19': 'It is a reset by another wording. A link without its token leaves the customer where he was.',
  'RESET-20':
    'A client with a misspelt template kills the link that the customer is about to click, and sends no other: known trouble that looks like expired mails.',
  'RESET-21':
    'Customers of a shop or an import that sets no password start with this link; if it is dead, they cannot get in at all.',
  'RESET-22':
    'A page would greet one customer for another’s link, and a check that is not bound to the customer is the first half of a takeover.',
  'RESET-23': 'Everyone can get a token for an own account. If it set other passwords too, everyone had every account.',
  'RESET-24':
    'Comparing in part, or without case, makes guessing the token so much cheaper, and nothing limits the guesses.',
  ...together(weak, 'RESET-25', 'RESET-26', 'RESET-27', 'RESET-28'),
  'RESET-29':
    'Mail scanners open links, and customers try weak passwords first. If that used the link up, the customer had to start again each time.',
  'RESET-30': takeover,
  'RESET-31': 'It is how an account that an import or a shop assistant made becomes its owner’s.',
  'RESET-32': 'A page that asks first shows a form that then fails, and the customer fills it in for nothing.',
  'RESET-33': `${reuse} An empty token that matches "none pending" opens every account that has none.`,
  'RESET-34': 'Phones write the first letter as a capital. Refused, the customer takes the link for broken.',
  'RESET-35':
    'Finding the account by the token alone lets one guess try all accounts at once; clients have to send the e-mail since then.',
  'RESET-36':
    'Clients of these releases may leave the e-mail empty, and stop working with the security patch: who upgrades should find out before.',
  'RESET-37':
    'The customer’s other devices stay logged in; so does a thief. A client must not promise that a reset ends all sessions.',
  'RESET-38':
    'Customers reset the password when they suspect a stranger in the account. On every Magento the stranger stays until the token ends.',
  'RESET-39': 'A customer who finds an unasked reset mail changes the password to be safe. The link must be dead then.',
  'RESET-40':
    'Who gives up an old mailbox, or lost it to somebody, changes the e-mail for that. A link lying there must not open the account.',
  'RESET-41':
    'A customer who asked for a link, remembered the password and went on must not wonder why the link is dead; nor does a login protect from it.',
  'RESET-42':
    'Nobody tells the owner when a thief changes the e-mail over REST; a client that wants a notice has to send it.',
  'RESET-43': 'A mail may take a while, and its reader too. Shorter, the link is dead on arrival for many.',
  'RESET-44': `${reuse} A page that asks first has to learn it.`,
  'RESET-45': reuse,
  'RESET-46': takeover,
  'RESET-47':
    'A page that is told "valid" shows the form for any guess; and a check that says yes to everything is the first half of a takeover.',
  'RESET-48': 'A client tells a typing error in the e-mail from a dead link by it.',
  'RESET-49': missing,
  'RESET-50':
    'An account with nothing pending stores no token. If an empty one matched that, most accounts stood open.',
  'RESET-51': 'The field has another name here than in the request; a client that looks for its own finds nothing.',
  'RESET-52': missing,
  'RESET-57':
    'A client of several stores sets the password through "all" and has to know from which release that works.',
  ...together(probing, 'RESET-53', 'RESET-54', 'RESET-55'),
  'RESET-56': 'Read as 0 or cut to a number, a broken link would ask about another customer.',
  'RESET-58': 'With one token for all, everyone’s own link opens every account.',
  'RESET-59': 'A customer locked out by a stranger’s guesses gets back in by the mailbox, without support.',
  'RESET-60':
    'The customer resets the password, is still refused with the new one, and takes the reset for broken: support has to know.',
  'RESET-61':
    'A token made of what others know, such as id and time, is computed and not guessed; nothing limits the tries.',
  ...together(
    'An attacker asks for a reset with a header that names the own server. If the mail’s link leads there, the owner’s click hands the token over.',
    'RESET-62',
    'RESET-68',
  ),
  ...together(
    'The mailbox is the proof of who asks. If the answer tells the token, anybody takes over any account by asking.',
    'RESET-63',
    'RESET-64',
  ),
  'RESET-66': takeover,
  'RESET-67': `${weak} And hashing megabytes keeps the server busy for anybody who likes.`,
  'RESET-65':
    'A save that writes the whole customer loses what it does not carry: addresses gone after a reset are noticed at the next order.',
})
