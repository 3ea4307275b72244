declare module 'maildev' {
  export default class MailDev {
    constructor(options: Record<string, unknown>)
    listen(callback: (error?: Error) => void): void
    once(event: 'new', listener: () => void): void
    close(callback: (error?: Error) => void): void
  }
}
