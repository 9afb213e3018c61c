// SPDX-License-Identifier: Apache-2.0

/// The usual headers of registers.
enum HeaderWords {
    static let answer = "looks like an answer, not like evidence"

    private static let words: [(ColumnRole, String)] = [
        (
            .ignored,
            "cluster clusterid entity entityid truth label matchid groupid personid household householdid familyid trueid goldid isduplicate"
        ),
        (.id, "id recid recordid uniqueid rowid uid uuid guid reference ref recordreference urn"),
        (.source, "source sourcedataset dataset agency register system origin datasource"),
        (.given, "firstname first forename forenames givenname givennames given fname christianname firstnames"),
        (.middle, "middlename middlenames middle middleinitial secondname othernames mname"),
        (.family, "surname lastname familyname last family lname sname secondsurname"),
        (.fullName, "name fullname personname wholename firstandsurname displayname"),
        (.sex, "sex gender"),
        (.birthDate, "dob dateofbirth birthdate birthday born datebirth birth"),
        (.houseNumber, "housenumber houseno streetnumber streetno number buildingnumber flat"),
        (.address, "address address1 address2 address3 addressline1 addressline2 addressline3 street streetname streetaddress addr"),
        (.town, "town city suburb village locality posttown municipality"),
        (.postcode, "postcode postalcode zip zipcode postcodefake pcode plz"),
        (.phone, "phone telephone mobile tel phonenumber telephonenumber mobilenumber cell phoneno mobileno landline"),
        (.email, "email emailaddress mail"),
        (
            .identifier,
            "socsecid ssn nino nhsnumber nhsno nationalid nationalinsurance passport licence upn identifier personalnumber taxid idnumber"
        ),
        (.category, "state county region country birthplace placeofbirth occupation job ethnicity nationality religion language title"),
    ]

    /// The role of a header; nil when it is not known.
    static func role(of header: String) -> ColumnRole? {
        let name = header.lowercased().filter { $0.isLetter || $0.isNumber }
        return words.first { $0.1.split(separator: " ").contains { $0 == name } }?.0
    }
}
