import { explain } from '../../src/judge/why.ts'

explain({
  'TOKEN-01':
    'Clients read the body as JSON and take the text in it. Quotes left on, an object around it or HTML, and every request after the login is refused.',
  'TOKEN-02':
    'Clients and gateways of these releases check or store 32 characters; a mock with another form hides what an upgrade to 2.4.4 breaks: columns, cookies and patterns made for 32.',
  'TOKEN-03':
    'Gateways and apps take the token apart. One that is not signed, or does not say with what, is refused by every library that checks it, or worse, is not checked.',
  'TOKEN-04':
    'Gateways and apps that read the token act for the customer it names. A wrong id shows one customer’s data to another, a wrong type makes an administrator of a customer.',
  'TOKEN-05':
    'Clients log in again shortly before the end that the token states. In milliseconds or as text it lies millennia ahead or cannot be compared, and customers are thrown out while they shop.',
  'TOKEN-06':
    'A clock that is hours off makes tokens that other services refuse as issued in the future, or as expired on arrival.',
  'TOKEN-07': 'A gateway that checks signatures is told one algorithm; tokens of another are all refused.',
  'TOKEN-08':
    'Tokens stand in logs, crash reports and browser stores. With e-mail or name in them, all of these hold personal data that has to be found and deleted on request.',
  'TOKEN-09':
    'Readers with a strict schema refuse a claim or a header too many; and each one that clients begin to use is missing at the next shop.',
  'TOKEN-10':
    'If logins shared a token, logging out on one device would log out all, and one stolen token could not be told from the others.',
  'TOKEN-11':
    'Clients that use the token as a key for a session see two logins as one; clients that expect equality later wait for it in vain.',
  'TOKEN-12': 'It is what a token is for. Opening another’s profile is the worst an account API can do.',
  'TOKEN-13': 'A client that kept what the registration answered shows something else than the one that asks again.',
  'TOKEN-14':
    'A customer with a phone and a laptop would be thrown out of one by logging in on the other, in the middle of a checkout.',
  'TOKEN-15':
    'Cookies travel along unasked, also from pages of other sites. If they opened the profile, any page could act for the customer who visits it.',
  'TOKEN-16': 'Clients that administer several stores log in through "all"; on older releases they are refused there.',
  'TOKEN-17': 'Any difference tells who has an account: a list of customers for spam and for guessing passwords.',
  'TOKEN-18':
    'Phones write the first letter as a capital. The customer sees "wrong password", tries on, and locks the account.',
  'TOKEN-19':
    'Each letter would be worth half as much: a password that seemed safe is guessed in a fraction of the time.',
  'TOKEN-20':
    'A shop that trims passwords at one door and not at the other locks out those who chose one with a blank, and accepts more than one secret an account.',
  'TOKEN-21': 'A blank that autocorrection added is not seen; refused, the customer takes it for a wrong password.',
  'TOKEN-22': 'A form has to trim: the shop does not, and the customer is told that the password is wrong.',
  'TOKEN-34': 'With a pattern one guess tries a password on many accounts at once, past the count by name.',
  'TOKEN-35': 'A loose comparison makes `true` equal to every password: whoever knows an e-mail has the account.',
  'TOKEN-36': 'A check that only the JSON door has is none: the same password guess goes through in XML.',
  'TOKEN-23': 'The form marks both fields at once, and a developer sees what the fields are called.',
  'TOKEN-24':
    'The field is called `username`, though it holds an e-mail. A refusal that names it saves the developer an hour.',
  'TOKEN-25':
    'Empty fields counted as a failed login would lock out customers who merely pressed the button too early.',
  'TOKEN-26':
    'Serialisers write null for an empty field; an internal error for it fills the logs and says nothing to the form.',
  'TOKEN-27':
    'A query string `username[]=` makes a list. An internal error for it is a free way to fill logs and find out about the server.',
  'TOKEN-28':
    'A client that sends a numeric password as a number gets the answer of a wrong login, not an error it has no case for.',
  'TOKEN-29': 'Injection at the login opens every account, or the whole database, to anybody.',
  'TOKEN-30': 'A GET carries the password in its URL: into access logs, histories and the caches in between.',
  'TOKEN-31': 'Clients send a `remember me` along. A refusal would break the login of each of them after an upgrade.',
  'TOKEN-32':
    'An app sends its stored token with every request. Once it is stale, it must not close the one door that gives a new one.',
  'TOKEN-33':
    'Magento takes the password from the URL, where access logs, proxies and histories keep it in plain. Clients must never send it there, whatever works.',
  'LOCK-01': 'A customer who mistypes a few times and then remembers must get in; otherwise support gets the call.',
  'LOCK-02': 'An empty form sent too early must not use up the attempts of its owner.',
  'LOCK-03':
    'Without a limit passwords are guessed as fast as the server answers. With words of its own the lock would tell who has an account, and that the guess was right.',
  'LOCK-04':
    'Counting only names that exist would tell who has an account; and a name closed by guesses stays closed for its next owner, which support has to know.',
  'LOCK-05': 'Otherwise each spelling of the e-mail gives six guesses more: thousands for one address.',
  'LOCK-06':
    'Whoever holds a stolen token could otherwise guess the password at leisure and take over the account for good. The words tell the customer why the right one is refused.',
  'LOCK-07':
    'Told "locked" too early, a customer stops trying and calls support; locked too early, an open laptop is enough to lock somebody out.',
  'LOCK-08': 'A lock that the login does not know is none: the guesses found through the other door are used here.',
  'LOCK-09': 'Guessing by a stranger must not end the session of the owner, who may be paying at this moment.',
  'LOCK-10':
    'A lock that does not end is a way to keep customers out of their accounts for good by guessing on purpose.',
  'LOCK-11':
    'Up to 2.4.3 the name stayed closed until a cron job ran. On a shop without cron a customer who mistyped six times was locked out for ever.',
  'LOCK-12':
    'A limit that another address, another agent or another format escapes does not stop whoever guesses with a script.',
})
