/** Stands in for `@vscode/deviceid`: telemetry is off, and no machine gets an identity. */
export function getDeviceId(): Promise<string> {
  return Promise.resolve('00000000-0000-4000-8000-000000000000');
}
