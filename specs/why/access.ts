import { explain, together } from '../../src/judge/why.ts'

const self =
  'Customer ids are small numbers. If one customer reaches another’s data, a loop over the ids copies the shop’s whole customer base.'
const forged =
  'Whoever can make a token that the shop believes is every customer at once, and needs no password for it.'

explain({
  'ACCESS-01':
    'Names, addresses and birthdays would be open to anybody. Clients tell by the 401 that they have to log in; another status leaves them on an empty page.',
  'ACCESS-02':
    'Clients see by the same 401 that they have to log in again. A token that passes though nobody issued it opens the shop to anybody.',
  'ACCESS-03':
    'A token taken under any scheme is sent by mistake where it does not belong, and slips past gateways that look for Bearer only.',
  'ACCESS-04':
    'Gateways and shops that read the header differently can be played against each other; and a client with quotes around its token finds out here, not in production.',
  'ACCESS-05':
    'Clients write the word in every way. Most servers take all of them, and gateways change the case on the way.',
  'ACCESS-06': 'If the beginning were enough, a token could be completed by guessing.',
  'ACCESS-07':
    'Compared without case, a signature is worth far less, and a database’s collation decides who is let in.',
  'ACCESS-08':
    'The database compares these tokens without case. Who counts on 32 characters of 36 has what was promised; who counts on case has not.',
  'ACCESS-09':
    'A token that counts in the URL ends up in access logs, histories and the Referer of the next page, where others pick it up.',
  ...together(forged, 'ACCESS-10', 'ACCESS-11', 'ACCESS-37'),
  'ACCESS-12': `${forged} Changing one number would be enough.`,
  'ACCESS-13': 'A stolen token would never end: its thief moves the end on as often as needed.',
  'ACCESS-14': 'Any customer could make an administrator of the own token, and read and delete all others.',
  'ACCESS-15':
    'A client built on this route against a mock gets 401 from every Magento. And where it is open for the own id, a check for other ids is one mistake away.',
  ...together(self, 'ACCESS-16', 'ACCESS-17'),
  'ACCESS-18': 'Changing the e-mail is enough to take an account over: the next reset link goes to the new address.',
  'ACCESS-19': 'A script that counts ids would empty the shop of its customers, with their addresses and histories.',
  'ACCESS-20': 'Without even a login, anybody could copy the customer base or delete it.',
  'ACCESS-21':
    'An integration that may manage customers finds itself refused when it deletes, or is allowed more than its administrator meant.',
  'ACCESS-22':
    'An app sends its stored token with every request. Once it is stale, registration, login and reset have to stay open, or the customer is stuck.',
  'ACCESS-23': 'A client sends its token everywhere. A customer who is logged in must not be worse off than a guest.',
  'ACCESS-24':
    'Clients of these releases that use "all" for everything stop working with 2.4.1; who upgrades should find out before.',
  'ACCESS-25':
    'A token of one website must not open another’s account data, where another contract and another privacy notice hold.',
  'ACCESS-26': 'One wrong request, of a script or a typo, would throw the customer out in the middle of a checkout.',
  'ACCESS-27':
    'HTTP demands it, and libraries wait for it before they send credentials. Magento does not send it, so a client has to know by itself.',
  'ACCESS-28': 'Support desks and connectors read customers this way; without it none of them works.',
  'ACCESS-29':
    'An administrator has no profile here. If a customer’s data came back, it would be anybody’s, and a write would go to it.',
  'ACCESS-30':
    'A customer who had the account deleted, or a fraudster who was removed, must not go on with a token that is still in the phone.',
  'ACCESS-31': 'Another answer tells that there was an account here, which is what deleting it should have ended.',
  'ACCESS-32': 'Addresses are personal data, and an open write lets anybody redirect parcels or take accounts over.',
  'ACCESS-33':
    'Gateways guard the routes they know by their usual spelling. If the shop then serves another spelling unguarded, the guard is decoration.',
  'ACCESS-34':
    'Headers such as X-Customer-Id are meant for services behind a gateway. Believed from outside, they open any account to who sends one.',
  'ACCESS-35': 'A second way to log in has neither lock nor throttle, so that passwords are guessed there.',
  'ACCESS-36':
    'A pattern that fits all tokens opens the first account that is found; a fallback for tokens "that cannot be checked" opens all.',
  'ACCESS-38': 'Every customer would be an administrator: the whole shop is lost with the first curious one.',
  'ACCESS-39': `${self} Mails sent to others in the shop’s name are spam with its signature.`,
  'ACCESS-40':
    'The list tells which data the shop keeps of its customers, and its internal names: a map for whoever looks for a way in.',
  'ACCESS-41': `${self} The query is what an attacker tries first.`,
})
