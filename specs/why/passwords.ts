import { explain, together } from '../../src/judge/why.ts'

const told =
  'The form tells the customer what to change by this number. A refusal without it leaves the customer guessing.'
const policy =
  'A policy that does not hold at every door holds at none: customers end up with passwords that are guessed, though the auditor was shown a setting.'

explain({
  'POLICY-01': `${policy} The refusal has to say the length, for the form to show.`,
  'POLICY-02':
    'An empty text taken for "no password" makes an account that its owner cannot open, and that a mail alone opens.',
  'POLICY-03': `${policy} The refusal has to say the number, for the form to show.`,
  'POLICY-04':
    'Forms check the same policy before sending. A shop that wants more than it says refuses what the form called good.',
  'POLICY-05': 'A blank pasted along is not seen. Stored, it keeps its owner out as soon as the password is typed.',
  'POLICY-06':
    'Hashing a password of megabytes is a cheap way to keep the server busy; and a client has to know the limit to say it.',
  'POLICY-07':
    'Password managers make long ones. Refused, or cut without a word, they do not open the account afterwards.',
  'POLICY-08': 'A hash that stops at 72 bytes makes long passwords equal that only begin the same, and nobody is told.',
  'POLICY-09': 'It is the first guess of whoever has a list of e-mails.',
  'POLICY-10': 'Letter case does not make the e-mail a secret: it stays the first guess of whoever has a list of them.',
  'POLICY-11':
    'A form that shows one message at a time shows the shop’s. Another order makes customers correct in circles.',
  'POLICY-12':
    'Clients put the list into the message by position. Typed ones have to expect a text here and a number there.',
  'POLICY-13':
    'Passphrases have blanks. A form that counts classes otherwise than the shop refuses what is good, or sends what is refused.',
  'POLICY-14':
    'Customers who write é or ß have that class; counted as a letter their password would be refused here and accepted elsewhere.',
  'POLICY-15':
    'Counted in bytes a password of three emoji passes as long enough, and one of accented letters seems too long.',
  'POLICY-16':
    'A client that sends a switch where the password belongs must not end up with an account that "1" opens.',
  'POLICY-17':
    'The customer chooses a better password and sends the form again; an account left behind answers that the e-mail is taken.',
  'CHANGE-01':
    'A client logs the customer in with the new password straight away. A `true` for a change that did not happen locks the customer out.',
  'CHANGE-02':
    'The password is changed because somebody else may know it. If the old one still opens the account, nothing was gained.',
  'CHANGE-03':
    'Whoever finds an open session, or a stolen token, would take over the account for good if any current password did.',
  'CHANGE-04':
    'A form with an error on it must have changed nothing: otherwise the customer leaves with a password that is not the one remembered.',
  'CHANGE-05': 'A typing error must not throw the customer out of the session and lose the basket.',
  'CHANGE-06':
    'Leaving the field out must not be the way around the check: a stolen token would become a stolen account.',
  'CHANGE-07': 'The form marks both fields at once instead of one after the other.',
  'CHANGE-08':
    'A password change without a login would be a second door to guess passwords at, past whatever guards the first.',
  'CHANGE-09':
    'A form that shows the shop’s words would otherwise send the customer to improve a new password that was never the problem.',
  'CHANGE-10':
    'Auditors who demand another password have to know that the shop does not; a client may check it itself.',
  'CHANGE-11':
    'A client goes on with its token after the change. Where a mock ends it, the app is built to log in again, which no Magento asks for; where Magento keeps it, so does a thief.',
  ...together(policy, 'CHANGE-14', 'CHANGE-17'),
  'CHANGE-13': told,
  'CHANGE-15': 'A blank behind the new password is not seen, and keeps its owner out the next time it is typed.',
  'CHANGE-16':
    'Cut without a word, the customer’s long password is another than the one stored; taken at any length, it keeps the server busy.',
  'CHANGE-18': 'If the body decided whose password is set, every customer could take over every other by counting ids.',
  'CHANGE-19':
    'A save that writes the whole customer loses what it does not carry: addresses gone after a new password are noticed at the next order.',
})
