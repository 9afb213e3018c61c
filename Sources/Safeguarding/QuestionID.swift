// SPDX-License-Identifier: Apache-2.0

/// The questions whose meaning software knows (matching, routing, safe contact). A standard may ask many others: they are stored and shown.
public enum QuestionID {
    /// The question `danger.now`.
    public static let dangerNow = "danger.now"
    /// The question `danger.words`.
    public static let dangerWords = "danger.words"
    /// The question `urgency.reason`.
    public static let urgencyReason = "urgency.reason"
    /// The question `crime`.
    public static let crime = "crime"
    /// The question `abuse_category`.
    public static let abuseCategory = "abuse_category"
    /// The question `signs`.
    public static let signs = "signs"
    /// The question `setting`.
    public static let setting = "setting"
    /// The question `child_words`.
    public static let childWords = "child_words"
    /// The question `must_not_find_out`.
    public static let mustNotFindOut = "must_not_find_out"
    /// The question `safe_contact.channel`.
    public static let safeChannel = "safe_contact.channel"
    /// The question `safe_contact.value`.
    public static let safeValue = "safe_contact.value"
    /// The question `safe_contact.times`.
    public static let safeTimes = "safe_contact.times"
    /// The question `safe_contact.language`.
    public static let safeLanguage = "safe_contact.language"
    /// The question `source.safe_times`, about the reporter's own contact.
    public static let sourceTimes = "source.safe_times"
    /// The question `safe_contact.interpreter`.
    public static let safeInterpreter = "safe_contact.interpreter"
    /// The question `lawful_basis`.
    public static let lawfulBasis = "lawful_basis"
    /// The question `agreement_to_service`.
    public static let agreementToService = "agreement_to_service"
    /// The question `family_told`.
    public static let familyTold = "family_told"
    /// The question `statement.text`.
    public static let statementText = "statement.text"
    /// The question `statement.how_known`.
    public static let howKnown = "statement.how_known"
    /// The question `statement.when`.
    public static let statementWhen = "statement.when"
    /// The question `person.subject_kind`.
    public static let subjectKind = "person.subject_kind"
    /// The question `person.given_names`.
    public static let givenNames = "person.given_names"
    /// The question `person.family_name`.
    public static let familyName = "person.family_name"
    /// The question `person.also_known_as`.
    public static let alsoKnownAs = "person.also_known_as"
    /// The question `person.date_of_birth`.
    public static let dateOfBirth = "person.date_of_birth"
    /// The question `person.age`.
    public static let age = "person.age"
    /// The question `person.sex`.
    public static let sex = "person.sex"
    /// The question `person.identifier`.
    public static let identifier = "person.identifier"
    /// The question `person.address`.
    public static let personAddress = "person.address"
    /// The question `person.postcode`.
    public static let personPostcode = "person.postcode"
    /// The question `person.address_confidential`: whether address and postcode are kept from everybody but the agency that holds them.
    public static let personAddressConfidential = "person.address_confidential"
    /// The question `person.lives_in`.
    public static let livesIn = "person.lives_in"
    /// The question `person.found_in`.
    public static let foundIn = "person.found_in"
    /// The question `person.description`.
    public static let description = "person.description"
    /// The question `person.relationship`.
    public static let relationship = "person.relationship"
    /// The question `person.position_of_trust`.
    public static let positionOfTrust = "person.position_of_trust"
    /// The question `person.lives_with_child`.
    public static let livesWithChild = "person.lives_with_child"
    /// The question `person.lives_with_since`.
    public static let livesWithSince = "person.lives_with_since"
    /// The question `person.has_contact_now`.
    public static let hasContactNow = "person.has_contact_now"
    /// The question `place.kind`.
    public static let placeKind = "place.kind"
    /// The question `place.name`.
    public static let placeName = "place.name"
    /// The question `place.address`.
    public static let placeAddress = "place.address"
    /// The question `place.postcode`.
    public static let placePostcode = "place.postcode"
    /// The question `place.confidential`: whether the place is kept from everybody but the agency that holds it.
    public static let placeConfidential = "place.confidential"
    /// The question `place.area`.
    public static let placeArea = "place.area"
    /// The question `vehicle.mark`.
    public static let vehicleMark = "vehicle.mark"
    /// The question `vehicle.mark_read`: whether the mark is the whole of it.
    public static let vehicleMarkRead = "vehicle.mark_read"
    /// The question `vehicle.description`.
    public static let vehicleDescription = "vehicle.description"
    /// The question `phone.number`.
    public static let phoneNumber = "phone.number"
    /// The question `account.handle`.
    public static let accountHandle = "account.handle"
    /// The question `account.platform`.
    public static let accountPlatform = "account.platform"
    /// The question `source.name`.
    public static let sourceName = "source.name"
    /// The question `source.role`.
    public static let sourceRole = "source.role"
    /// The question `source.phone`.
    public static let sourcePhone = "source.phone"
    /// The question `source.email`.
    public static let sourceEmail = "source.email"
    /// The question `source.child_is_source`.
    public static let sourceIsChild = "source.child_is_source"
}
