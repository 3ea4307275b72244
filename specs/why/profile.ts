import { explain, together } from '../../src/judge/why.ts'

const others =
  'Ids are small numbers. If one of them in the body or query decides whose data is written, every customer can change and take what is another’s.'
const group = 'A group gives prices and tax classes.'
const defaults =
  'Checkout fills in the default address. One that is not the customer’s own shows a stranger’s address, or ships there.'
const known =
  'It is a weakness that was closed later. An administrator of such a shop has to know it, and a mock of this release has to have it.'

explain({
  'PROFILE-01':
    'A client keeps what the registration answered. If the profile differs, one of the two pages shows something wrong.',
  'PROFILE-02':
    'Every profile form reads, changes a field and writes all back. If that alone changes something, each visit of the page damages the account.',
  'PROFILE-03': 'The customer reads the new name on the screen, while parcel and invoice still carry the old one.',
  'PROFILE-04':
    'A form for the name does not send addresses. If they were lost, the customer’s address book is empty after correcting a typo.',
  'PROFILE-05':
    'A form that knows three fields must not erase the others: tax numbers are typed in once, and missed at the audit.',
  'PROFILE-06':
    'Forms that do not show the birthday must not erase it. From 2.4.8 they do: a client has to send it from then on.',
  'PROFILE-07':
    'A client that does not send the birthday deletes it with each save from 2.4.8 on, and with it the proof of age.',
  'PROFILE-08':
    'A form that sends null to clear a field clears nothing, and one that sends an empty text by mistake does.',
  'PROFILE-09': 'Clients do not know the website’s id. Demanded, every profile form without it fails.',
  'PROFILE-10': 'A client written for a newer release cannot save any profile here.',
  'PROFILE-11':
    'A PUT that keeps what it does not get on one shop, and refuses on another, breaks the client that was tested on the lax one.',
  'PROFILE-12': 'An account without an e-mail can be neither logged in to nor written to.',
  'PROFILE-13': 'A body wrapped wrongly must not be answered as if something had been saved.',
  'PROFILE-14':
    'Two accounts with one e-mail leave open which of them a login or a reset link opens: the other customer’s, at worst.',
  'PROFILE-15': 'Anybody could rename customers or redirect their mails.',
  'PROFILE-16': 'A form with an error on it must have changed nothing; half a change is noticed on the invoice.',
  ...together(others, 'PROFILE-17', 'PROFILE-18', 'PROFILE-28'),
  'PROFILE-19': `${others} Refused, the client sees its mistake.`,
  'PROFILE-20':
    'Every customer could empty the address books of all others, or have them in the own account, by counting ids.',
  'PROFILE-21': `Every customer can take addresses of others by counting ids. ${known}`,
  'PROFILE-22': 'A client with a stale id learns it, instead of filling the address book with copies.',
  'PROFILE-23': `${group} A customer who could choose one would buy at wholesale prices.`,
  'PROFILE-24': `${group} Every customer can choose wholesale prices. ${known}`,
  'PROFILE-25':
    'Another website has other prices, taxes and terms; which one a customer belongs to is for the shop to say.',
  'PROFILE-26':
    'Loyalty, warranty and fraud checks go by the age of an account. A date that customers choose is worth nothing.',
  'PROFILE-27': `Loyalty and fraud checks go by the age of an account, which customers can choose here. ${known}`,
  'PROFILE-29':
    'Orders, quotes and other clients point to the address by its id. Made anew each time, their pointers lead nowhere.',
  'PROFILE-30':
    'A client that sends only the address it changed deletes all others. Whoever writes one has to know, before customers lose theirs.',
  'PROFILE-31':
    'A client that sets the default this way is answered 200 and has changed nothing; it has to send the addresses too.',
  ...together(defaults, 'PROFILE-32', 'PROFILE-33'),
  'PROFILE-34': `${defaults} ${known}`,
  'PROFILE-35':
    'An address in no country cannot be shipped to. In an update it is refused and not dropped, so that the form can say so.',
  'PROFILE-36':
    'The last address is deleted this way, and no other. A client that sends an empty list for "unchanged" deletes the address book.',
  'PROFILE-37':
    'Whoever holds a token moves the account to an own mailbox without knowing the password. A client that wants to be asked has to ask.',
  'PROFILE-38':
    'The customer who corrects the e-mail stays logged in; a page that goes on showing the old one makes them correct it again.',
  'PROFILE-39': 'The old mailbox may be somebody else’s by now, or the reason for the change.',
  'PROFILE-40': 'The customer who cannot log in with the new e-mail has lost the account by correcting it.',
  'PROFILE-41':
    'With a stolen token anybody writes a hash of an own password, past policy and the current one, and owns the account. Filter the field in front of the shop.',
  'AVAILABLE-01': 'The registration form asks while the customer types. Told "taken", new customers cannot register.',
  'AVAILABLE-02':
    'The form sends the customer to the login instead of a refusal at the end. In capitals it must not say otherwise.',
  'AVAILABLE-03':
    'From these releases on the answer says nothing, so that nobody can collect who has an account. A form that rests on it lets every customer run into the refusal.',
  'AVAILABLE-04': 'A client that sends the field under another name must not be told "available".',
  'AVAILABLE-05': 'The form has to check the syntax itself: "available" does not mean that it is an e-mail.',
  'AVAILABLE-06':
    'A developer sees what is expected; the first entry of a list taken for all would answer for the others.',
  'AVAILABLE-07':
    'A wrong website in a client’s configuration makes every e-mail free: the form never warns, and nobody sees why.',
  'AVAILABLE-08':
    'A wrong website in a client’s configuration shows at the first request, instead of every e-mail being free.',
  ...together(
    'Checkout fills in this address. The other one, or one that is not marked, bills or ships to the wrong place.',
    'DEFAULT-01',
    'DEFAULT-02',
  ),
  'DEFAULT-03':
    'It is an empty list and neither null nor 404. A client without a case for it crashes for every new customer.',
  'DEFAULT-04': 'Where a customer lives is nobody’s business but theirs.',
})
