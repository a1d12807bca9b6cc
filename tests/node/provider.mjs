// An identity provider for tests: a real one, whose people and whose lies are told to it.
//
// POST /people  {"sub": {"name": …, "groups": […]}}   who there is
// POST /lie     {"claims": {…}, "key": "other", "secret": …}                 what its ID tokens say from now on, or are signed with

import { createServer } from 'node:http';
import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { Provider } from 'oidc-provider';

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [own, other] = [pair(), pair()];
const people = new Map();
let lie = null;
let provider = null;

const read = async (request) => {
  let text = '';
  for await (const part of request) text += part;
  return JSON.parse(text);
};

const control = {
  '/people': (told) => Object.entries(told).forEach(([sub, claims]) => people.set(sub, claims)),
  '/lie': (told) => { lie = told; },
};

const server = createServer(async (request, response) => {
  if (request.url === '/favicon.ico') return response.writeHead(204).end();
  const told = request.method === 'POST' && control[request.url];
  if (!told) return provider(request, response);
  told(await read(request));
  response.writeHead(204).end();
});

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const parsed = (text) => JSON.parse(Buffer.from(text, 'base64url').toString());

/** The token as it would be if it said something else. */
const twisted = (token) => {
  const [header, claims] = token.split('.').slice(0, 2).map(parsed);
  const said = { ...claims, ...lie.claims };
  for (const claim of Object.keys(said)) if (said[claim] === null) delete said[claim];
  if (lie.secret) {
    const symmetric = `${part({ alg: 'HS256' })}.${part(said)}`;
    return `${symmetric}.${createHmac('sha256', lie.secret).update(symmetric).digest('base64url')}`;
  }
  const text = `${part(header)}.${part(said)}`;
  const key = lie.key === 'other' ? other.privateKey : own.privateKey;
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key).toString('base64url')}`;
};

server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const key = { ...own.privateKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' };
  const made = new Provider(issuer, {
    jwks: { keys: [key] },
    cookies: { keys: ['of this run alone'] },
    claims: { openid: ['sub', 'groups'], profile: ['name'] },
    acrValues: ['loa2', 'loa3'],
    conformIdTokenClaims: false,
    features: { registration: { enabled: true } },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, ...people.get(sub) }),
    }),
    // What this installation asks for is granted without asking again.
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client.clientId,
        accountId: ctx.oidc.session.accountId,
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
  made.use(async (ctx, next) => {
    await next();
    // Its sign-in page would fetch a font from elsewhere.
    if (typeof ctx.body === 'string') ctx.body = ctx.body.replace(/@import[^;]*;|<link[^>]*fonts[^>]*>/g, '');
    if (lie && ctx.path === '/token' && ctx.body?.id_token) ctx.body.id_token = twisted(ctx.body.id_token);
  });
  provider = made.callback();
  console.log(issuer);
});
