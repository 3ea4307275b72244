import { explain } from '../../src/judge/why.ts'

explain({
  'MAIL-01':
    'It is how an owner learns that an account was opened with the address. None leaves fraud unseen, two look like it, and a copy gives the link away.',
  'MAIL-02':
    'A short token, or one that does not name its customer, is guessed or does not work; customers of imports start with this link.',
  'MAIL-03':
    'A headless storefront catches this path. Another one ends in a 404 for every new customer who follows it.',
  'MAIL-04': 'An account without a password is closed to its owner until this mail comes.',
  'MAIL-05':
    'Without it the account can never be opened, and the customer registers anew and is told that the e-mail is taken.',
  'MAIL-06':
    'A mail for an account that was refused frightens an owner who has one, or lets strangers send mails in the shop’s name.',
  'MAIL-07':
    'The storefront tells the owner, REST does not: who builds a client has to send the notice, or a thief changes the password unseen.',
  'MAIL-08': 'The owner gets no notice of a reset; a client that wants one has to send it.',
  'MAIL-09': 'Cut behind the plus, the welcome mail and its link go to another mailbox, at worst to another person’s.',
  'CONFIRM-01': 'Anybody could send mails to any address in the shop’s name, as often as they like.',
  'CONFIRM-02':
    'Confirming is the proof that the mailbox is one’s own. If a guest can do it, accounts are opened under foreign addresses.',
  'CONFIRM-03': 'The state of an account tells who has one, and which accounts nobody has claimed yet.',
  'CONFIRM-04':
    'A client that calls it twice has to see that nothing is left to do; a second activation must not write anything.',
  'CONFIRM-05':
    'Support looks here when a customer cannot log in; a wrong state sends both looking for a mail that was never due.',
  'CONFIRM-06': 'A connector with a wrong id learns it, instead of taking the customer for confirmed.',
  'CONFIRM-07': 'A tool that activates in bulk tells by it which accounts were active already.',
  'CONFIRM-08': 'A customer who shops since years would be asked to confirm the account, and suspects phishing.',
  'CONFIRM-09':
    'Support mistypes an address and has to see it, instead of telling the customer that the mail is on its way.',
  'CONFIRM-10':
    'Where the shop asks for confirmation it wants to know that the mailbox is real. An account that counts as confirmed at once makes the setting void.',
  'CONFIRM-11': 'Otherwise accounts under foreign addresses are in use before their owners can object.',
  'CONFIRM-12':
    'Before 2.4.8 the customer only sees "sign-in was incorrect": the client has to remind of the mail. From 2.4.8 the words tell that the password was right.',
  'CONFIRM-13': 'If any key did, nobody would need the mailbox.',
  'CONFIRM-14': 'It is the only way in for a new customer of such a shop.',
  'CONFIRM-15': 'The mail stays in the mailbox; its key must not be good for anything later.',
  'CONFIRM-16':
    'Who registers with a foreign e-mail would read the key in the answer, and confirm without owning the mailbox.',
  'CONFIRM-17': 'A typed client that waits for a boolean breaks on the empty list of the older releases.',
  'CONFIRM-18':
    'The customer may click the older of two mails. If only one of them works, half of them fail; welcomed before, nobody confirms.',
  'CONFIRM-19':
    'A headless storefront catches this path and reads the parameters. Another one ends in a 404 for every new customer.',
  'CONFIRM-20': 'A link to choose a password must not be the way around the confirmation that the shop asks for.',
  'CONFIRM-21':
    'The customer chooses a password and is still refused, since no key came: support has to have it sent, or confirm the account.',
  'CONFIRM-22':
    'Welcomed and asked to confirm at once, customers click the wrong mail; without id and key the link confirms nothing.',
  'CONFIRM-23': 'It is what each new customer does first; a key that does not match the mail keeps all of them out.',
})
