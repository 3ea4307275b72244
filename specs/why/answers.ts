import { explain } from '../../src/judge/why.ts'

explain({
  'ERROR-01':
    'A client has one piece of code that shows what went wrong. Each answer of another form is an empty box to the customer.',
  'ERROR-02':
    'A trace shows names, versions and paths, at times values: a map for whoever looks for a way in. It means that developer mode is on.',
  'ERROR-03': 'A path or a query of the server tells an attacker what to try next, and the customer nothing.',
  'ERROR-04': 'A client that parses JSON crashes on a page, and shows "unexpected token <" instead of a reason.',
  'ERROR-05':
    'What an internal error says comes from the inside. Its number is all that a customer should pass on to support.',
  'ERROR-06': 'Clients put the parameters into the text. Without one the customer reads "%fieldName is required".',
  'ERROR-07':
    'Clients branch by status. A status nobody has a case for is shown as a failure, or tried again for ever.',
  'HEAD-01':
    'Clients decide by it whether to parse and how to decode; without the charset names with accents come out broken.',
  'HEAD-02': 'A proxy or browser that keeps a profile shows it to the next person on the same machine or line.',
  'HEAD-03': 'A page that can frame an answer can have a customer click in it unseen.',
  'HEAD-04':
    'A client that begins to use one of these at one shop breaks at the next; an ETag also lets caches keep what is personal.',
  'HEAD-05': 'A script smuggled into any page of the shop would read the cookie and take the session with it.',
  'HEAD-06':
    'Two parsers read two values from a key that stands twice; a byte order mark or a broken character stops strict ones. Both look like a bug of the client.',
  'HEAD-07':
    'Two visitors with one session see each other’s basket and account. It happens when a cache keeps Set-Cookie.',
  'HEAD-08': 'A shared cache that is invited to keep a profile serves it to the next customer who asks.',
  'SAFE-01':
    'Answers are logged, traced and attached to tickets. A password in one is known to everybody who reads those.',
  'SAFE-02': 'Answers are logged, traced and attached to tickets. A token in one lets any reader act for the customer.',
  'SAFE-03':
    'A hash is broken at home at leisure, a reset token is the account itself, and the state of the lock tells how the guessing goes.',
  'SAFE-04': 'An answer that names a stranger’s account is a leak of personal data, which the shop has to report.',
})
