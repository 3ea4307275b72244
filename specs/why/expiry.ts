import { explain, together } from '../../src/judge/why.ts'

const stolen =
  'A token found in a log, a backup or a shared device stays good for whoever finds it; the end of its life is the only thing that stops them.'
const dead = 'A token that is dead for one route and alive for another is alive: its thief uses the other.'
const revoked =
  'Customers revoke when a phone is lost. A token that survives leaves the account open to the finder, while its owner believes it closed.'
const quirk = 'An administrator who sets this means "no limit" or "the shortest", and gets something else.'

explain({
  'EXPIRY-01':
    'Clients plan the next login by the end that the token states. Dead before, it throws customers out while they pay.',
  'EXPIRY-02': stolen,
  'EXPIRY-03':
    'The token does not say when it ends, so that clients count on the hour of the documentation. Dead before, it throws customers out while they pay.',
  'EXPIRY-04': stolen,
  'EXPIRY-05':
    'Clients have one case for "log in again". A status or words of its own for an expired token end in an error page instead; and they tell a thief that the token was real.',
  'EXPIRY-17':
    'A customer who logged in again, or on a second device, must not be thrown out when the first token ends.',
  'EXPIRY-19':
    'The auditor reads the setting, the thief the token. If they differ, sessions live longer than was approved, or end before customers have paid.',
  'EXPIRY-20':
    'In milliseconds the end lies 50,000 years ahead: clients never log in again, and a shop that reads it as seconds never refuses.',
  'EXPIRY-21': 'Client and shop that disagree by a second give a refused request now and then that nobody can repeat.',
  'EXPIRY-22':
    'The boundary moved by a second with 2.4.4; a test that is exact about it has to know on which side it stands.',
  'EXPIRY-23':
    'Seen with real time on a real shop: a token of yesterday in a backup is really of no use today, and its owner still gets in.',
  'EXPIRY-24': 'Seen with real time on a real shop: customers who come back within the lifetime are still logged in.',
  ...together(dead, 'EXPIRY-06', 'EXPIRY-14', 'EXPIRY-15', 'EXPIRY-16'),
  'EXPIRY-07':
    'With an old token and a guessed password a thief would take over the account for good, long after the session ended.',
  'EXPIRY-08': 'An old token could be used to log its owner out again and again.',
  'EXPIRY-09':
    'A client has to know that there is nothing to revoke with before 2.4.6: its "log out everywhere" does nothing there.',
  'EXPIRY-10':
    'An app sends its stored token with every request. Once it has expired, what is open to guests must stay open.',
  'EXPIRY-11':
    'An app with an old token must still offer a new account; else the customer sees a refusal that no form can mend.',
  'EXPIRY-12': 'It is the way back in. If it fails, the customer is locked out an hour after the last visit.',
  'EXPIRY-13': 'A thief would only have to wait until the owner logs in again.',
  'EXPIRY-18': 'A customer who forgot the password has an expired token in the app almost by definition.',
  'EXPIRY-25':
    'The setting changed its place with 2.4.4. An administrator who keeps the old one at 8 hours believes in 8 and has one; who shortened it has longer sessions than the auditor was told.',
  'EXPIRY-26': 'Raising the setting for new logins must not give a stolen token a longer life.',
  'EXPIRY-27':
    'Who lowers the setting after a leak has to know that tokens already out live on to their end: only revoking stops them.',
  'EXPIRY-28':
    'Raising the setting can bring tokens back to life that were dead: administrators of these releases should know.',
  'EXPIRY-29': 'After a leak, lowering the setting is the only way in these releases to end all sessions at once.',
  ...together(`${quirk} Here it is half an hour, and customers are thrown out early.`, 'EXPIRY-30', 'EXPIRY-31'),
  ...together(
    `${quirk} Here it is for ever: a stolen token is good until the account is deleted.`,
    'EXPIRY-32',
    'EXPIRY-33',
  ),
  'EXPIRY-34': 'Shops that set half an hour rely on it; rounded to whole hours it would be for ever or twice as long.',
  'EXPIRY-35': 'Half an hour, set for safety, becomes for ever: an administrator of these releases has to know.',
  'REVOKE-01':
    'A client has to know that there is nothing to log out with on these releases: only waiting ends a token.',
  'REVOKE-02':
    'A customer who was told "logged out" is not. The client must throw the token away and say no more than that.',
  'REVOKE-03':
    'If a guest could revoke, anybody could log customers out; and a client that lost its token must see that nothing was revoked.',
  'REVOKE-04': 'The logout button of an app sends just this. Refused, the customer stays logged in everywhere.',
  'REVOKE-05': 'Many HTTP libraries send `{}` where there is nothing to send; their logout must not fail for it.',
  'REVOKE-06': revoked,
  'REVOKE-07': `${revoked} The lost phone has another token than the one that revokes.`,
  'REVOKE-08': 'One customer’s logout would throw out all others: an attack on the whole shop with one request.',
  'REVOKE-09': 'A thief with a revoked token could log the owner out again and again.',
  'REVOKE-10': 'An app that still sends its old token after logging out must be able to show the login page.',
  'REVOKE-11':
    'Customers log in again right after logging out. If the new token is dead too, they are locked out and call support.',
  'REVOKE-12': 'The finder of the phone would only have to wait until the owner logs in again.',
  'REVOKE-13':
    'A customer who corrects the e-mail goes on shopping. An app must not expect to be logged out, nor a thief to be.',
  'REVOKE-14':
    'The password is changed because somebody else may be in. On every Magento they stay in until their token ends: revoke as well.',
})
