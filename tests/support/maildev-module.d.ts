declare module 'maildev' {
  export default class MailDev {
    constructor(options: Record<string, unknown>)
    listen(callback: (error?: Error) => void): void
    close(callback: (error?: Error) => void): void
  }
}
