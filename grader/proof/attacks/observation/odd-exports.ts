// attack: B9 exports named default, __proto__, constructor, hasOwnProperty and toString
// expect: score 0
const lie = () => new Proxy({}, { get: () => true });
export { lie as __proto__, lie as constructor, lie as default, lie as hasOwnProperty, lie as toJSON, lie as toString };
export const downloadAll = async (): Promise<any> => 'wrong';
